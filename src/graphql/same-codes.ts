/**
 * True when a verb's refusal codes and its GraphQL enum are the same set; otherwise `true satisfies SameCodes<…>` does not
 * compile, so neither can gain a code that the other lacks.
 */
export type SameCodes<Verb, Schema> = [Verb] extends [Schema] ? ([Schema] extends [Verb] ? true : never) : never;
