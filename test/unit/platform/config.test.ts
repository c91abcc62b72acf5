import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/platform/config.ts';

test('nothing needs to be set; what is empty counts as not set', () => {
  const config = readConfig({ DATABASE_URL: '', BOOTSTRAP_OWNER_KEY: ' ', OUTBOUND_ALLOWED_CIDRS: ' , ' });
  expect(config).toMatchObject({ port: 4000, host: null, databaseUrl: null, bootstrapOwnerKey: null, secretKey: null });
  expect(config).toMatchObject({ outboundAllowedCidrs: [], workerProcess: true, logLevel: 'info' });
  expect(config.dataDirectory).toMatch(/\/\.tributary$/);
  expect(config).toMatchObject({
    publicIntrospection: false,
    metricsToken: null,
    workerHealthPort: null,
    shutdownDrainSeconds: 0,
  });
  expect(readConfig({ PORT: '', LOG_LEVEL: '' })).toMatchObject({ port: 4000, logLevel: 'info' });
});

test('values are trimmed and parsed', () => {
  const config = readConfig({
    PORT: '0',
    DATABASE_URL: ' postgresql://u:p@h:5433/d?sslmode=require ',
    OUTBOUND_ALLOWED_CIDRS: '127.0.0.0/8, 10.0.0.0/8,',
    TRIBUTARY_WORKER: 'none',
    GRAPHQL_PUBLIC_INTROSPECTION: 'true',
    MCP_ALLOWED_ORIGINS: 'https://App.example.com, http://intranet:8080 ',
    BOOTSTRAP_OWNER_KEY: 'k'.repeat(32),
  });
  expect(config).toMatchObject({
    port: 0,
    databaseUrl: 'postgresql://u:p@h:5433/d?sslmode=require',
    outboundAllowedCidrs: ['127.0.0.0/8', '10.0.0.0/8'],
    workerProcess: false,
    publicIntrospection: true,
    mcpAllowedOrigins: ['https://app.example.com', 'http://intranet:8080'],
    bootstrapOwnerKey: 'k'.repeat(32),
  });
});

test.each([
  'https://gateway.example.com/anthropic',
  'http://127.0.0.1:4010',
  'http://localhost:4010/',
  'http://[::1]:4010',
  'http://10.1.2.3:8080',
])('the model’s service may be at %s', (url) => {
  const config = readConfig({
    ANTHROPIC_API_KEY: ' sk ',
    ANTHROPIC_BASE_URL: url,
    OUTBOUND_ALLOWED_CIDRS: '10.1.2.0/24',
  });
  expect(config).toMatchObject({ anthropicApiKey: 'sk', anthropicBaseUrl: url });
});

test('without a key there is no model, and every workspace has the same limits', () => {
  expect(readConfig({})).toMatchObject({
    anthropicApiKey: null,
    anthropicBaseUrl: 'https://api.anthropic.com',
    modelCallsPerDay: 500,
    modelTokensPerDay: 2_000_000,
  });
});

describe('what is not usable is named, and never quoted', () => {
  test.each<[Record<string, string>, RegExp]>([
    [{ PORT: 'planted' }, /^ {2}PORT: .*whole number from 0 to 65535$/m],
    [{ PORT: '70000' }, /^ {2}PORT: must be a whole number from 0 to 65535$/m],
    [{ PORT: '1.5' }, /^ {2}PORT: must be a whole number from 0 to 65535$/m],
    [{ DATABASE_URL: 'mysql://u:planted@h/d' }, /^ {2}DATABASE_URL: must be a URL that starts with postgres:\/\/$/m],
    [{ DATABASE_URL: 'postgres://u:planted@h:port/d' }, /^ {2}DATABASE_URL: must be a URL/m],
    [{ DATABASE_URL: 'postgres://u:plan#ted@h/d' }, /^ {2}DATABASE_URL: must be a URL/m],
    [{ BOOTSTRAP_OWNER_KEY: 'planted' }, /^ {2}BOOTSTRAP_OWNER_KEY: must be 32 characters or more/m],
    [{ BOOTSTRAP_OWNER_KEY: `planted\n${'k'.repeat(40)}` }, /^ {2}BOOTSTRAP_OWNER_KEY: .*HTTP header/m],
    [{ BOOTSTRAP_OWNER_KEY: `planted${'🔑'.repeat(40)}` }, /^ {2}BOOTSTRAP_OWNER_KEY: /m],
    [{ BOOTSTRAP_OWNER_KEY: 'planted'.repeat(100) }, /^ {2}BOOTSTRAP_OWNER_KEY: .*at most 512/m],
    [{ MCP_ALLOWED_ORIGINS: 'https://a.example.com/planted' }, /^ {2}MCP_ALLOWED_ORIGINS: .*origins such as/m],
    [{ METRICS_TOKEN: 'planted' }, /^ {2}METRICS_TOKEN: must be 32 characters or more/m],
    [{ METRICS_TOKEN: `planted\n${'k'.repeat(40)}` }, /^ {2}METRICS_TOKEN: .*HTTP header/m],
    [{ WORKER_HEALTH_PORT: '70000' }, /^ {2}WORKER_HEALTH_PORT: must be a whole number from 0 to 65535$/m],
    [{ WORKER_HEALTH_PORT: '-1' }, /^ {2}WORKER_HEALTH_PORT: must be a whole number/m],
    [{ SHUTDOWN_DRAIN_SECONDS: 'planted' }, /^ {2}SHUTDOWN_DRAIN_SECONDS: .*0 to 600$/m],
    [{ ANTHROPIC_API_KEY: 'planted key' }, /^ {2}ANTHROPIC_API_KEY: must be .*without blanks/m],
    [{ ANTHROPIC_API_KEY: 'planted\nx: y' }, /^ {2}ANTHROPIC_API_KEY: /m],
    [{ ANTHROPIC_BASE_URL: 'planted' }, /^ {2}ANTHROPIC_BASE_URL: must be an https URL/m],
    [{ ANTHROPIC_BASE_URL: 'http://planted.example.com' }, /^ {2}ANTHROPIC_BASE_URL: .*http only to this machine/m],
    [{ ANTHROPIC_BASE_URL: 'https://u:planted@api.example.com' }, /^ {2}ANTHROPIC_BASE_URL: .*without credentials/m],
    [{ ANTHROPIC_BASE_URL: 'https://api.example.com/?key=planted' }, /^ {2}ANTHROPIC_BASE_URL: .*query/m],
    [{ ANTHROPIC_BASE_URL: 'file:///planted' }, /^ {2}ANTHROPIC_BASE_URL: /m],
    [{ ANTHROPIC_BASE_URL: 'http://10.1.2.3', OUTBOUND_ALLOWED_CIDRS: '10.1.3.0/24' }, /^ {2}ANTHROPIC_BASE_URL: /m],
    [{ ANTHROPIC_MODEL: 'planted model' }, /^ {2}ANTHROPIC_MODEL: must be a model’s name/m],
    [{ MODEL_CALLS_PER_DAY: '-1' }, /^ {2}MODEL_CALLS_PER_DAY: .*0 to 1000000$/m],
    [{ MODEL_TOKENS_PER_DAY: 'planted' }, /^ {2}MODEL_TOKENS_PER_DAY: .*0 to 2000000000$/m],
    [{ GRAPHQL_PUBLIC_INTROSPECTION: 'planted' }, /^ {2}GRAPHQL_PUBLIC_INTROSPECTION: one of true, false$/m],
    [{ LOG_LEVEL: 'planted' }, /^ {2}LOG_LEVEL: one of debug, info, warn, error, silent$/m],
    [{ TRIBUTARY_WORKER: 'planted' }, /^ {2}TRIBUTARY_WORKER: one of process, none$/m],
    [{ MAPPER_MEMORY_MB: '1' }, /^ {2}MAPPER_MEMORY_MB: .*64 to 65536$/m],
    [{ PORT: 'planted', MAPPER_PROCESSES: '0' }, /PORT: [\s\S]*MAPPER_PROCESSES: /],
  ])('%o', (environment, says) => {
    let message = '';
    try {
      readConfig(environment);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(says);
    expect(message).not.toMatch(/planted|plan#ted|70000/);
  });
});
