/** The shape of a set of messages: any words where English has words, functions with the same arguments. */
export type Translated<T> = T extends string
  ? string
  : T extends (...args: infer Arguments) => string
    ? (...args: Arguments) => string
    : { readonly [Key in keyof T]: Translated<T[Key]> };
