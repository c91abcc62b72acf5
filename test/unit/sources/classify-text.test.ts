import { describe, expect, it } from 'vitest';
import { classifyBytes, classifyText } from '../../../src/features/sources/domain/classify-text.ts';

function classify(text: string) {
  try {
    JSON.parse(text);
  } catch (error) {
    return classifyText(text, Buffer.byteLength(text), (error as Error).message);
  }
  throw new Error('this is valid JSON');
}

describe('a body that is not JSON says what it looks like', () => {
  it.each([
    ['', 'the body is empty', 'without content'],
    [' \n\t ', 'the body is empty', ''],
    [`${' '.repeat(5_000)}<html>`, 'it looks like an HTML page', ''],
    [`${'\n'.repeat(5_000)}[1,`, 'it is cut off after 5003 bytes', ''],
    ['{\0"\0a\0"\0', 'it is UTF-16 or UTF-32', 'UTF-8'],
    ['\0{\0"\0a\0"', 'it is UTF-16 or UTF-32', 'UTF-8'],
    ['{\0\0\0"\0\0\0', 'it is UTF-16 or UTF-32', 'UTF-8'],
    ['\u202eevil\u0085', 'it looks like plain text ("\ufffdevil\ufffd")', 'list or object'],
    ['<!doctype html><html><title>Sign in</title>', 'it looks like an HTML page', '"Sign in"'],
    ['\n <HTML><body>', 'it looks like an HTML page', 'login form'],
    ['<?xml version="1.0"?><a/>', 'it looks like XML', 'Accept'],
    ['Internal Server Error', 'it looks like plain text ("Internal Server Error")', 'list or object'],
    ['day,account,logins\n2026-06-01,a,1', 'it looks like plain text', 'CSV'],
    ['callback({"a":1});', 'it looks like JSONP', 'callback'],
    [")]}',\n[1]", 'a guard stands before the JSON', ''],
    ['{"rows":[{"a":1},{"a"', 'it is cut off after 21 bytes', 'fewer rows'],
    ['{"rows":[{"a":1}', 'it is cut off after 16 bytes', ''],
    ['[{"a":"b', 'it is cut off after 8 bytes', ''],
    ['[1,2,', 'it is cut off after 5 bytes', ''],
    ['[tru', 'it is cut off after 4 bytes', ''],
    ['{"a":1.', 'it is cut off after 7 bytes', ''],
    ['["é', 'it is cut off after 4 bytes', ''],
    ['{"a":1}\n{"a":2}\n', 'it holds several JSON documents', 'starts from the list of lines'],
    ['[1,2,]', 'there is a mistake at character 6', 'comma'],
    ["{'a':1}", 'there is a mistake at character 2', 'double quotes'],
    ['[1.]', 'there is a mistake at character 4', ''],
    ['{"a":1e}', 'there is a mistake at character 8', ''],
    ['[{"a":NaN}]', 'there is a mistake at character 7', 'NaN'],
    ['{"a":None}', 'there is a mistake at character 6', 'null'],
    ['{"a":1}}', 'there is a mistake at character 8', ''],
  ])('%j: %s', (text, message, hint) => {
    const error = classify(text);
    expect(error.code).toBe('NOT_JSON');
    expect(error.message.startsWith(`Response is not valid JSON: ${message}`), error.message).toBe(true);
    expect(error.hint).toContain(hint);
  });

  it('finds the mistake in a long text too', () => {
    const text = `[${'{"a":1},'.repeat(50_000)}{"a":NaN},${'{"a":1},'.repeat(50_000)}1]`;
    expect(classify(text)).toMatchObject({
      hint: expect.stringContaining('NaN'),
      message: expect.stringContaining('character 400007'),
    });
  });
});

describe('bytes that are not UTF-8', () => {
  it.each([
    [[0x1f, 0x8b, 0x08], 'compressed with gzip'],
    [[0x50, 0x4b, 0x03, 0xff], 'ZIP'],
    [[0xff, 0xfe, 0x7b, 0x00], 'UTF-16'],
    [[0x7b, 0xe9, 0x7d], 'invalid UTF-8'],
  ])('%j: %s', (bytes, said) => {
    const error = classifyBytes(Uint8Array.from(bytes));
    expect(error.message).toMatch(/^Response is not valid JSON: /);
    expect(error.message).toContain(said);
  });
});
