import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ObserveModel } from './model/observed-model.ts';

/** What this process tells a monitoring system. Labels are closed sets: never an operation's name, a workspace or a host. */
export type Metrics = {
  readonly operation: (type: string, outcome: string, seconds: number) => void;
  /** Null: the client went before it was answered. */
  readonly request: (status: number | null) => void;
  readonly rateLimited: () => void;
  readonly modelAnswer: ObserveModel;
  readonly watchSockets: (count: () => number) => void;
  /** A figure that is known elsewhere. Until it is set, and when it is set to nothing, it is not shown at all. */
  readonly gauge: (name: string, help: string, ...labels: string[]) => Figure;
  /** Everything, in Prometheus's text format. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
};

export type Sample = { readonly value: number; readonly labels?: Readonly<Record<string, string>> };
/** Replaces all that was shown under the name. */
export type Figure = (samples: readonly Sample[]) => void;

const PREFIX = 'tributary_';

/** From what a cached page takes to the deadline of an operation. */
const OPERATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 180];

/** From a short answer to the longest that anybody waits for. */
const MODEL_BUCKETS = [0.5, 1, 2, 4, 8, 15, 30, 60, 120];

/**
 * `ofProcess` adds the figures of the process itself: memory, processor, event loop, garbage collection. They watch the
 * whole process, so one of these per process has them.
 */
export function createMetrics({ ofProcess }: { readonly ofProcess: boolean }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry, prefix: PREFIX });
  const operations = new Histogram({
    name: `${PREFIX}graphql_operation_duration_seconds`,
    help: 'GraphQL operations over HTTP and WebSocket; of a subscription, the time until it was accepted.',
    labelNames: ['type', 'outcome'],
    buckets: OPERATION_BUCKETS,
    registers,
  });
  const requests = new Counter({
    name: `${PREFIX}http_requests_total`,
    help: 'HTTP requests, by class of status or `gone` when the client did not wait; health and metrics not counted.',
    labelNames: ['class'],
    registers,
  });
  const rateLimited = new Counter({
    name: `${PREFIX}rate_limited_total`,
    help: 'Operations and requests refused because too many came.',
    registers,
  });
  const modelAnswers = new Histogram({
    name: `${PREFIX}model_answer_duration_seconds`,
    help: 'Answers of the language model, tries included, by what came of them: ANSWERED, or the kind of failure.',
    labelNames: ['outcome'],
    buckets: MODEL_BUCKETS,
    registers,
  });
  const modelTokens = new Counter({
    name: `${PREFIX}model_tokens_total`,
    help: 'Tokens that the language model read and wrote, as it counts them.',
    labelNames: ['direction'],
    registers,
  });
  const gauge: Metrics['gauge'] = (name, help, ...labelNames) => {
    const one = new Gauge({ name: PREFIX + name, help, labelNames, registers });
    const show: Figure = (samples) => {
      one.reset();
      // What has no labels begins with a 0 that nobody measured.
      if (labelNames.length === 0) one.remove();
      for (const { labels = {}, value } of samples) one.inc(labels, value);
    };
    show([]);
    return show;
  };
  return {
    operation: (type, outcome, seconds) => operations.observe({ type, outcome }, seconds),
    request: (status) => requests.inc({ class: status === null ? 'gone' : `${Math.floor(status / 100)}xx` }),
    rateLimited: () => rateLimited.inc(),
    modelAnswer: (outcome, { inputTokens, outputTokens }, seconds) => {
      modelAnswers.observe({ outcome }, seconds);
      modelTokens.inc({ direction: 'read' }, inputTokens);
      modelTokens.inc({ direction: 'written' }, outputTokens);
    },
    watchSockets: (count) => {
      new Gauge({
        name: `${PREFIX}websockets_open`,
        help: 'WebSockets open in this process.',
        registers,
        collect() {
          this.set(count());
        },
      });
    },
    gauge,
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
