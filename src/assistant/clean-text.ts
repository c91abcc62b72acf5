/** Controls, and marks that nobody sees: they turn the text around them, or hide something in it. Line ends and tabs stay. */
const UNSEEN =
  /(?![\n\t])\p{Cc}|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** What a model wrote, or a piece of it, as text for people. Links and markup in it stay what they are: text. */
export const cleanText = (text: string): string => text.replace(UNSEEN, '');
