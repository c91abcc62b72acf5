import { tokenize, compile } from '@jmespath-community/jmespath';
import { test } from 'vitest';
test('t', () => { console.log(JSON.stringify(tokenize("r[?d >= '2026' && `\"x\"` < d]")), JSON.stringify(compile("r[?d >= '2026' && (`\"x\"`) < d]"))); });
