import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import { createPlaceFinder } from '../../src/knowledge/place-finder.ts';
import { colosSchema, regionsSchema, servicesSchema } from '../../src/knowledge/schemas/places.ts';

const read = (name: string): unknown =>
  load(readFileSync(new URL(`../../src/knowledge/${name}`, import.meta.url), 'utf8'), {
    schema: CORE_SCHEMA,
  });

/** The tables as they are, and the finder over them. */
export const regions = regionsSchema.parse(read('regions.yaml'));
export const services = servicesSchema.parse(read('services.yaml'));
export const places = createPlaceFinder({
  regions,
  colos: colosSchema.parse(read('colos.yaml')),
  services,
});
