import { expect, test } from 'vitest';
import { EVENT_TYPES, TEST_EVENT } from '../../../src/features/webhooks/model.ts';
import { readText } from '../../kit/source-tree.ts';

const [, ...sections] = readText('docs/webhooks.md').split(/^### /m);

test('docs/webhooks.md shows the body of every type', () => {
  const types = sections.map((section) => /^`([^`]+)`/.exec(section)?.[1]);
  expect(types).toEqual([...EVENT_TYPES, TEST_EVENT]);
  for (const [index, section] of sections.entries()) {
    const body = JSON.parse(/```json\n([\s\S]*?)```/.exec(section)?.[1] ?? 'null');
    expect(Object.keys(body ?? {}), section).toEqual(['type', 'timestamp', 'data']);
    expect([body.type, new Date(body.timestamp).toISOString()]).toEqual([types[index], body.timestamp]);
  }
});
