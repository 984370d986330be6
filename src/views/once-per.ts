/**
 * Does a piece of work once per subject and keeps its result as long as the subject lives. For what
 * is worked out from a list that stays the same array until its content changes.
 * @param work depends on nothing but the subject, which nobody changes
 */
export function oncePer<Subject extends object, Result>(
  work: (subject: Subject) => Result,
): (subject: Subject) => Result {
  const kept = new WeakMap<Subject, { result: Result }>();
  return (subject) => {
    const known = kept.get(subject);
    if (known !== undefined) return known.result;
    const result = work(subject);
    kept.set(subject, { result });
    return result;
  };
}
