import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What /metrics shows; labels are codes, never ids of people or words. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name: `maatstaf_${name}_total`, help, labelNames, registers })
  const seconds = (name: string, help: string, labelNames: string[], buckets: number[]) =>
    new Histogram({ name: `maatstaf_${name}_seconds`, help, labelNames, buckets, registers })
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `maatstaf_${name}`, help, labelNames, registers })
  return {
    registry,
    events: counter('events', 'Messages by what became of them, duplicates dropped among them', [
      'platform',
      'outcome',
    ]),
    acknowledged: seconds(
      'acknowledgement',
      'From a request with a message to its answer, by HTTP status',
      ['platform', 'status'],
      [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    ),
    turns: counter('turns', 'Turns by what became of them', ['outcome']),
    turnSeconds: seconds('turn', 'Time a turn takes', ['ended'], [0.01, 0.05, 0.1, 0.5, 1, 5, 20, 60]),
    turnAge: seconds('turn_age', 'Age of a message when its turn has ended', [], [0.1, 0.5, 1, 5, 20, 120, 600, 3600]),
    feedback: counter('feedback', 'Judgements of answers', ['verdict']),
    posts: counter('posts', 'Calls to post, by what the platform said; too-fast is 429', ['platform', 'outcome']),
    refusals: counter('http_refusals', 'Requests with a message refused at the door', ['platform', 'status']),
    modelCalls: counter('model_calls', 'Questions to the language model by what became of them', ['outcome']),
    modelSeconds: seconds('model', 'Time of a question to the language model', [], [0.5, 1, 2, 5, 10, 20, 60]),
    modelTokens: counter('model_tokens', 'Tokens the language model counted'),
    unreadable: counter('files_unreadable', 'Files that could not be read', ['reason']),
    digestLag: gauge('digest_lag_seconds', 'How long after its time the last digest was made ready'),
    digestAt: gauge('digest_last_success_timestamp_seconds', 'When the last digest was made ready, by our clock'),
    waiting: gauge('queue_waiting', 'Jobs that wait', ['queue']),
    active: gauge('queue_active', 'Jobs in hand', ['queue']),
    oldest: gauge('queue_oldest_seconds', 'Age of the oldest waiting job', ['queue']),
    setAside: gauge('set_aside', 'Jobs that were given up and kept for who looks into them', ['queue']),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
