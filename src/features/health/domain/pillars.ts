/** What a score is made of, in the order they are shown. */
export const PILLARS = ['ADOPTION', 'ENGAGEMENT', 'RELATIONSHIP', 'SUPPORT', 'FINANCIAL'] as const;
export type Pillar = (typeof PILLARS)[number];
