import { isEnumType, parse, separateOperations, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/platform/config.ts';
import { listFiles, readText } from '../kit/source-tree.ts';
import { schema } from './schema-elements.ts';

// Clients are written against these names and those in contract/: adding to the schema is free, whatever is asked there stays.

const ENUMS = {
  CustomApiStatus: ['NOT_CONNECTED', 'MAPPING', 'BACKFILLING', 'CONNECTED', 'ERROR', 'DISCONNECTED'],
  SyncRunStatus: ['SUCCEEDED', 'SUCCEEDED_WITH_WARNING', 'FAILED', 'CANCELLED'],
  DateFormat: [
    'YYYY_MM_DD',
    'YYYYMMDD',
    'YYYY_MM_DD_HH_MM_SS',
    'ISO_8601',
    'RFC_2822',
    'UNIX_SECONDS',
    'UNIX_MILLISECONDS',
    'UNIX_DAYS',
  ],
  Aggregation: ['SUM', 'LAST', 'MAX'],
  HttpMethod: ['GET', 'POST'],
  AuthKind: ['NONE', 'BEARER', 'BASIC', 'HEADER_KEY', 'QUERY_KEY', 'OAUTH2_CLIENT_CREDENTIALS'],
  OAuth2ClientAuthentication: ['BASIC', 'BODY'],
  AnswerFormat: ['AUTO', 'JSON', 'NDJSON'],
  AnswerReading: ['TEMPLATE', 'ROWS', 'DOCUMENT'],
  PagingKind: ['NEXT_LINK', 'LINK_HEADER', 'CURSOR', 'PAGE', 'OFFSET'],
  Role: ['OWNER', 'ADMIN', 'MEMBER'],
  SuggestionSource: ['MODEL', 'HEURISTIC'],
  SuggestionReason: ['CASE', 'ACCENTS', 'BLANKS', 'LEADING_ZEROS', 'PREFIX', 'SIMILAR_NAME'],
};

const ENVIRONMENT = {
  PORT: '4001',
  DATABASE_URL: 'postgres://user@127.0.0.1/name',
  TRIBUTARY_DATA_DIR: 'elsewhere',
  BOOTSTRAP_OWNER_KEY: 'any string of 32 or more characters',
  BOOTSTRAP_WORKSPACE_NAME: 'Another',
  JOBS_MONGODB_URL: 'mongodb://127.0.0.1/jobs',
  OUTBOUND_ALLOWED_CIDRS: '127.0.0.0/8,10.1.2.0/24',
};

const documents = listFiles('test/law/contract', '.graphql').map(readText);

describe('the names that clients rely on', () => {
  const operations = Object.entries(separateOperations(parse(documents.join('\n'))));
  it.each(operations)('%s', (_, document) => {
    expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  });

  it.each(Object.entries(ENUMS))('%s', (name, values) => {
    const type = schema.getType(name);
    const known = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
    expect(known).toEqual(expect.arrayContaining(values));
  });

  it.each(Object.entries(ENVIRONMENT))('%s is read', (name, value) => {
    expect(readConfig({ [name]: value })).not.toEqual(readConfig({}));
  });
});
