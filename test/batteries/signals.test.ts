import { afterAll, expect, test } from 'vitest';
import type { AccountView } from '../../src/features/signals/domain/account-view.ts';
import { judgeAccount } from '../../src/features/signals/domain/judge.ts';
import { type LiveSignal, turnsOf } from '../../src/features/signals/domain/life.ts';
import { DEFAULT_RULES, patchRules } from '../../src/features/signals/domain/rules.ts';
import { keyOf, type SignalType } from '../../src/features/signals/domain/signal.ts';
import { FRAME_WEEKS } from '../../src/features/signals/domain/usage-frame.ts';
import type { AccountFacts } from '../../src/features/signals/model.ts';
import { report, sized } from '../kit/battery.ts';
import { seeded } from '../kit/random.ts';
import { billed, NO_FACTS } from '../kit/signal-views.ts';
import { dayAt, METRICS, randomUsage, settingOn, type World, type WorldAccount } from '../kit/signal-world.ts';

// Random lives of accounts, evaluated morning after morning, with outages of the source and people who acknowledge and snooze.

const HISTORY = 190;
const EVALUATED = 50;
const HEALING = 120;
const WORLDS = sized(12, 250);
const BY_USAGE: readonly SignalType[] = ['USAGE_DECLINE', 'DISENGAGEMENT', 'EXPANSION', 'USAGE_REVENUE_MISMATCH'];
const counts = { worlds: 0, evaluations: 0, raised: 0, resolved: 0, 'raised by an outage': 0, 'raised twice': 0 };
afterAll(() => report('signals over random lives', counts));

type Chance = () => number;
type Book = { live: LiveSignal[]; next: number };

/** One evaluation of a morning: judged, written, and judged again, which must change nothing. */
function evaluateOn(world: World, today: number, books: Map<string, Book>, label: string) {
  const { setting, views, through } = settingOn(world, today);
  const now = new Date(`${dayAt(today)}T06:00:00Z`);
  const decide = (accountId: string, live: readonly LiveSignal[], view: (typeof views)[number]) =>
    turnsOf(accountId, live, judgeAccount(view, setting, new Map(live.map((one) => [keyOf(one), one.evidence]))), now);
  const all = [];
  for (const view of views) {
    const book = books.get(view.accountId) ?? { live: [], next: 0 };
    books.set(view.accountId, book);
    const before = book.live;
    const turns = decide(view.accountId, before, view);
    const resolved = before.filter(({ id }) => turns.resolve.includes(id));
    book.live = before
      .filter(({ id }) => !turns.resolve.includes(id))
      .map((one) => ({ ...one, ...turns.update.find(({ id }) => id === one.id) }))
      .map((one) => (turns.wake.includes(one.id) ? { ...one, state: 'OPEN' as const, snoozedUntil: null } : one));
    for (const { day: _, ...raise } of turns.raise)
      book.live.push({ ...raise, id: `${view.accountId}-${book.next++}`, state: 'OPEN', snoozedUntil: null });
    const keys = book.live.map(keyOf);
    counts['raised twice'] += keys.length - new Set(keys).size;
    expect(new Set(keys).size, `${label}, ${view.accountId}, day ${today}: one signal an episode: ${keys}`).toBe(
      keys.length,
    );
    const again = decide(view.accountId, book.live, view);
    expect(again, `${label}, ${view.accountId}, day ${today}: evaluated twice`).toEqual({
      ...{ raise: [], update: [], wake: [], resolve: [] },
    });
    counts.evaluations++;
    counts.raised += turns.raise.length;
    counts.resolved += resolved.length;
    all.push({ view, raised: turns.raise, resolved });
  }
  return { all, setting, through };
}

function someFacts(chance: Chance): (day: number) => AccountFacts {
  const [failsFrom, failsFor] = [HISTORY + Math.floor(chance() * EVALUATED), Math.floor(chance() * 30)];
  const touchEvery = 5 + Math.floor(chance() * 80);
  const mrrs = [100, chance() < 0.5 ? 100 : 60 + Math.floor(chance() * 80)];
  return (day) => {
    const fails = day >= failsFrom && day < failsFrom + failsFor;
    const touched = HISTORY + EVALUATED > day ? day - (day % touchEvery) : day;
    return {
      ...NO_FACTS,
      lastTouch: { at: new Date(`${dayAt(touched)}T09:00:00Z`), kind: 'CALL', sentiment: null },
      billing: billed(mrrs[1] ?? 100, fails ? { payment: 'FAILED', overdueDays: 3 } : {}, dayAt(day - 1)),
      billingBefore: billed(day < HISTORY + EVALUATED ? 100 : (mrrs[1] ?? 100), {}, dayAt(day - 31)),
    };
  };
}

function lostDays(chance: Chance): Set<number> {
  const lost = new Set<number>();
  const outages = Math.floor(chance() * 5);
  for (let outage = 0; outage < outages; outage++) {
    const [from, length] = [60 + Math.floor(chance() * (HISTORY + EVALUATED - 60)), 1 + Math.floor(chance() * 12)];
    for (let day = from; day < from + length; day++) lost.add(day);
  }
  return lost;
}

const steadily = (level: number, days: number) => Array.from({ length: days }, (_, day) => (day % 7 < 5 ? level : 1));
const ALL_DAYS = HISTORY + EVALUATED + HEALING;
/** Uses everything every day, so that the source gives every metric. */
const even: WorldAccount = {
  id: 'even',
  usage: METRICS.map(() => steadily(50, ALL_DAYS)),
  factsOn: () => ({ ...NO_FACTS, billing: billed(100) }),
  scoreOn: () => 80,
  renewalDay: null,
};

function randomAccount(chance: Chance, id: string): WorldAccount {
  const [healthy, poor] = [60 + Math.floor(chance() * 40), Math.floor(chance() * 60)];
  const fallsOn = HISTORY + Math.floor(chance() * EVALUATED);
  return {
    id,
    usage: METRICS.map(() => [...randomUsage(chance, HISTORY + EVALUATED), ...steadily(40, HEALING)]),
    factsOn: someFacts(chance),
    scoreOn: (day) => (day < fallsOn || day > HISTORY + EVALUATED ? healthy : poor),
    renewalDay: chance() < 0.5 ? HISTORY + Math.floor(chance() * (EVALUATED + 40)) : null,
  };
}

/** Somebody acknowledges or snoozes something, now and then. */
function meddle(chance: Chance, books: Map<string, Book>, today: number): void {
  for (const book of books.values())
    book.live = book.live.map((one): LiveSignal => {
      if (chance() < 0.05) return { ...one, state: 'ACKNOWLEDGED', snoozedUntil: null };
      const until = new Date(`${dayAt(today + 1 + Math.floor(chance() * 9))}T00:00:00Z`);
      return chance() < 0.05 ? { ...one, state: 'SNOOZED', snoozedUntil: until } : one;
    });
}

/** Without the weeks before the two that are compared. */
function twoWeeksOf(view: AccountView): AccountView {
  if (!view.usage) return view;
  const values = view.usage.values.map((value, index) => (index % FRAME_WEEKS < 2 ? value : Number.NaN));
  return { ...view, usage: { ...view.usage, values } };
}

test('random lives: one signal an episode, the same again when evaluated again, nothing unknown decides, all heals', () => {
  for (let seed = 1; seed <= WORLDS; seed++) {
    const chance = seeded(seed);
    const accounts = [even, ...[1, 2, 3, 4, 5].map((number) => randomAccount(chance, `a${number}`))];
    const world: World = { accounts, lost: lostDays(chance) };
    const books = new Map<string, Book>();
    const label = `seed ${seed}`;
    for (let today = HISTORY; today < HISTORY + EVALUATED; today++) {
      const { all, setting, through } = evaluateOn(world, today, books, label);
      const whole = settingOn({ ...world, lost: new Set() }, through + 1);
      for (const { view, raised, resolved } of all) {
        const at = `${label}, ${view.accountId}, day ${today}`;
        const byUsage = [...raised, ...resolved].filter(({ type }) => BY_USAGE.includes(type));
        if (setting.frame?.isFrozen) expect(byUsage, `${at}: decided while days are unknown`).toEqual([]);
        const truth = whole.views.find(({ accountId }) => accountId === view.accountId);
        if (!truth) throw new Error(at);
        // What is usual for an account is measured by the weeks that are known: here the figures are compared, not that.
        const rules = patchRules(DEFAULT_RULES, { usageDecline: { leastCount: 0, leastShareOfUsual: 0 } });
        const holds = [truth, twoWeeksOf(truth)].flatMap((one) =>
          judgeAccount(one, { ...whole.setting, rules }, new Map()).map(keyOf),
        );
        const figures = raised.filter(
          ({ type, subject }) => type === 'EXPANSION' || (type === 'USAGE_DECLINE' && subject !== ''),
        );
        for (const one of figures)
          expect(holds, `${at}: raised, and with all days known it is not so`).toContain(keyOf(one));
      }
      meddle(chance, books, today);
    }
    for (let today = HISTORY + EVALUATED; today < ALL_DAYS; today += 6) evaluateOn(world, today, books, label);
    evaluateOn(world, ALL_DAYS, books, label);
    const left = [...books.values()].flatMap(({ live }) => live.map((one) => `${one.id} ${keyOf(one)} ${one.state}`));
    expect(left, `${label}: what is left when all is well for ${HEALING} days`).toEqual([]);
    counts.worlds++;
  }
});

test('steady accounts in good standing: whatever days the source loses, nobody is said to leave', () => {
  for (let seed = 1; seed <= WORLDS; seed++) {
    const chance = seeded(10_000 + seed);
    const accounts = [1, 2, 3].map((number): WorldAccount => {
      const level = 10 + Math.floor(chance() * 100);
      return {
        ...even,
        id: `s${number}`,
        usage: METRICS.map(() => steadily(level, ALL_DAYS)),
        renewalDay: HISTORY + 60,
      };
    });
    const world: World = { accounts: [even, ...accounts], lost: new Set([...lostDays(chance), ...lostDays(chance)]) };
    const books = new Map<string, Book>();
    for (let today = HISTORY; today < HISTORY + EVALUATED; today++) {
      const { all } = evaluateOn(world, today, books, `steady seed ${seed}`);
      const raised = all.flatMap((one) => one.raised);
      counts['raised by an outage'] += raised.length;
      expect(raised, `steady seed ${seed}, day ${today}`).toEqual([]);
    }
    counts.worlds++;
  }
});
