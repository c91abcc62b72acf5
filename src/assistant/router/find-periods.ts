import { addDays, type DayWindow, windowEnding } from '../../lib/day.ts';
import { around, monthsBack } from './calendar.ts';
import type { Period } from './intent.ts';
import { numberOf } from './numerals.ts';
import { DATE, type Dated, MONTH, readDate, readMonth, readQuarter, WEEKDAYS } from './read-date.ts';
import { sentenceOf, type Word } from './words.ts';

type Match = { readonly [group: string]: string | undefined };
type Named = { readonly label: string; readonly days: DayWindow | null; readonly before?: DayWindow };
type Pattern = readonly [shape: RegExp, read: (match: Match, today: string) => Named | null];

const shape = (source: string): RegExp => new RegExp(`(?:${source})(?= |$)`, 'y');
const NUMBER = '(?<count>\\d{1,3}|[a-z]+)';
const UNIT = '(?<unit>day|week|month|quarter|year|fortnight)s?';

const PATTERNS: readonly Pattern[] = [
  [shape(`(?:from|between) (?<one>${DATE}) (?:to|until|till|through|and) (?<other>${DATE})`), span],
  [shape(`(?<one>${DATE}) (?:to|until|till|through) (?<other>${DATE})`), span],
  [
    shape(`(?:since|from) (?:the )?(?:beginning|start) of (?:the|this) (?<unit>week|month|quarter|year)`),
    (m, today) => since(`the start of this ${m['unit']}`, around(today, unitOf(m)).from, today),
  ],
  [shape(`since (?<one>${DATE})`), (m, today) => sinceDate(m['one'], today)],
  [
    shape(`since (?:last |the last |the )?(?<unit>week|month|quarter|year)`),
    (m, today) => since(`last ${m['unit']}`, around(today, unitOf(m), -1).from, today),
  ],
  [
    shape(`since (?:last )?(?<weekday>${WEEKDAYS.join('|')})`),
    (m, today) => since(`last ${m['weekday']}`, lastWeekday(m, today), today),
  ],
  [shape('since yesterday'), (_, today) => since('yesterday', addDays(today, -1), today)],
  [shape(`(?:last|past|previous|prior|recent|latest) ${NUMBER} (?:full |calendar |whole )?${UNIT}`), lastSome],
  [shape(`(?<count>\\d{1,3}) ${UNIT}(?! ago)`), lastSome],
  [shape('(?:past|last|rolling) (?<unit>fortnight)'), lastSome],
  [shape('(?<unit>week|month|quarter|year) (?:over|on|to|by) \\k<unit>|(?<short>wow|mom|yoy)'), unitOnUnit],
  [
    shape('(?:last|previous|prior|past) (?:full |calendar )?(?<unit>week|month|quarter|year)'),
    (m, today) => calendar(`last ${m['unit']}`, m, today, -1),
  ],
  [
    shape('(?:this|current) (?<unit>week|month|quarter|year)'),
    (m, today) => calendar(`this ${m['unit']}`, m, today, 0),
  ],
  [shape('(?<unit>week|month|quarter|year) to date'), (m, today) => calendar(`this ${m['unit']}`, m, today, 0)],
  [
    shape('(?<short>mtd|qtd|ytd)'),
    (m, today) => calendar(`this ${UNITS[m['short'] ?? '']}`, { unit: UNITS[m['short'] ?? ''] }, today, 0),
  ],
  [
    shape('day before yesterday'),
    (_, today) => ({ label: 'the day before yesterday', days: oneDay(addDays(today, -2)) }),
  ],
  [shape('yesterday|last night'), (_, today) => ({ label: 'yesterday', days: oneDay(addDays(today, -1)) })],
  [shape('today|tonight|this morning'), (_, today) => ({ label: 'today', days: oneDay(today) })],
  [
    shape('(?:(?<q>q[1-4])|(?<ordinal>first|second|third|fourth) quarter)(?: of)?(?: (?<year>20\\d\\d))?'),
    (m, today) => readQuarter(m, today),
  ],
  [shape(`(?<one>${DATE})`), (m, today) => readDate(m['one'], today)],
  [shape(`(?:last )?(?<month>${MONTH})(?: of)?(?: (?<year>20\\d\\d))?`), (m, today) => readMonth(m, today)],
  [
    shape('(?<=(?:in|of|during|for|since) )(?<year>20\\d\\d)'),
    (m) => ({ label: m['year'] ?? '', days: { from: `${m['year']}-01-01`, to: `${m['year']}-12-31` } }),
  ],
];

const UNITS: Readonly<Record<string, string>> = {
  mtd: 'month',
  qtd: 'quarter',
  ytd: 'year',
  wow: 'week',
  mom: 'month',
  yoy: 'year',
};
const unitOf = ({ unit }: Match) => (unit === 'week' || unit === 'quarter' || unit === 'year' ? unit : 'month');
const oneDay = (day: string): DayWindow => ({ from: day, to: day });

/** The periods that are named, in their order, each only as far as yesterday: today is not over. */
export function findPeriods(
  words: readonly Word[],
  today: string,
): { words: readonly Word[]; periods: readonly Period[] } {
  const sentence = sentenceOf(words);
  const labelled = [...words];
  const periods: Period[] = [];
  let start = 0;
  for (let at = 0; at < words.length; at++) {
    const hit = labelled[at]?.kind === 'WORD' ? periodAt(sentence, start, words, at, today) : null;
    const length = hit ? hit.text.split(' ').length : 1;
    if (hit) {
      if (hit.named.before) periods.push({ label: 'the one before', days: ended(hit.named.before, today) });
      periods.push({ label: hit.named.label, days: hit.named.days && ended(hit.named.days, today) });
      for (let index = at; index < at + length; index++) {
        const word = labelled[index];
        if (word) labelled[index] = { ...word, kind: 'PERIOD' };
      }
    }
    for (let index = at; index < at + length; index++) start = sentence.indexOf(' ', start) + 1 || sentence.length;
    at += length - 1;
  }
  return { words: labelled, periods };
}

type Hit = { readonly text: string; readonly named: Named };

function periodAt(sentence: string, start: number, words: readonly Word[], at: number, today: string): Hit | null {
  for (const [pattern, read] of PATTERNS) {
    pattern.lastIndex = start;
    const match = pattern.exec(sentence);
    if (!match || isOtherMeaning(match[0], words, at)) continue;
    const named = read(match.groups ?? {}, today);
    if (named) return { text: match[0], named };
  }
  return null;
}

/** "May I", "march on": months only with a capital in the sentence, a word before that asks for one, or a year. */
function isOtherMeaning(text: string, words: readonly Word[], at: number): boolean {
  if (text !== 'may' && text !== 'march' && text !== 'mar') return false;
  const [word, before] = [words[at], words[at - 1]?.plain ?? ''];
  const isAsked = [
    'in',
    'since',
    'of',
    'during',
    'for',
    'and',
    'with',
    'to',
    'vs',
    'versus',
    'against',
    'from',
    'last',
  ].includes(before);
  return !(isAsked || (word?.isCapital && !word.startsSentence));
}

function ended({ from, to }: DayWindow, today: string): DayWindow | null {
  const yesterday = addDays(today, -1);
  return from > yesterday ? null : { from, to: to > yesterday ? yesterday : to };
}

const toYesterday = (from: string, today: string): DayWindow => ({ from, to: addDays(today, -1) });
const since = (label: string, from: string, today: string): Named => ({
  label: `since ${label}`,
  days: toYesterday(from, today),
});

function sinceDate(text: string | undefined, today: string): Named | null {
  const date: Dated | null = readDate(text, today);
  return date && since(date.label, date.days.from, today);
}

function span({ one, other }: Match, today: string): Named | null {
  const [from, to] = [readDate(one, today), readDate(other, today)];
  if (!from || !to) return null;
  const [first, last] = from.days.from <= to.days.from ? [from, to] : [to, from];
  return { label: `${first.label} to ${last.label}`, days: { from: first.days.from, to: last.days.to } };
}

function lastSome({ count = '1', unit = '' }: Match, today: string): Named | null {
  const many = numberOf(count);
  if (many === null || many === 0) return null;
  const yesterday = addDays(today, -1);
  const label = `the last ${many} ${unit}${many === 1 ? '' : 's'}`;
  const days = { day: 1, week: 7, fortnight: 14 }[unit];
  if (days !== undefined) return { label, days: windowEnding(yesterday, many * days) };
  const length = { month: 1, quarter: 3, year: 12 }[unit] ?? 1;
  return { label, days: toYesterday(monthsBack(today, many * length), today) };
}

const calendar = (label: string, match: Match, today: string, later: number): Named => ({
  label,
  days: around(today, unitOf(match), later),
});

/** The last full one against the one before it. */
function unitOnUnit({ unit, short }: Match, today: string): Named {
  const of = { unit: unit ?? UNITS[short ?? ''] };
  return { label: `last ${of.unit}`, days: around(today, unitOf(of), -1), before: around(today, unitOf(of), -2) };
}

function lastWeekday({ weekday = '' }: Match, today: string): string {
  let day = addDays(today, -1);
  while (WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] !== weekday) day = addDays(day, -1);
  return day;
}
