import { z } from 'zod';

/** regions.yaml: provider id → region id (the provider's own) → names people and feeds use. */
export const regionsSchema = z.record(z.string(), z.record(z.string(), z.array(z.string())));
export type Regions = z.output<typeof regionsSchema>;

/** colos.yaml: provider id → airport code of a point of presence → city, and country. */
export const colosSchema = z.record(
  z.string(),
  z.record(z.string().regex(/^[a-z]{3}$/), z.string().min(1)),
);
export type Colos = z.output<typeof colosSchema>;

/** One part of a cloud. */
export const serviceSchema = z.strictObject({
  /** Full name as its provider writes it. */
  name: z.string().min(1),
  /** Other names, matched as whole words. Empty where only the full name is unmistakable. */
  aliases: z.array(z.string().min(1)),
  /** `regional`: each region has its own; `global`: one for all. */
  scope: z.enum(['regional', 'global']),
  /** Where the control plane of a global service stands. */
  home: z.string().optional(),
});
export type CloudService = z.output<typeof serviceSchema>;

/** services.yaml: provider id → service id → what it is. */
export const servicesSchema = z.record(z.string(), z.record(z.string(), serviceSchema));
export type Services = z.output<typeof servicesSchema>;
