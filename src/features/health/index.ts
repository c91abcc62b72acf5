export { currentModel } from './current-model.ts';
export * from './model.ts';
export { readFacts } from './read-facts.ts';
export { readScoreStandings } from './read-score-standings.ts';
export { type Scored, scoreAccounts } from './score-accounts.ts';
