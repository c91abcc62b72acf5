import { accepted, type UserError } from '../client.ts';
import { count, kilobytes } from '../figures.ts';
import type { Scene } from '../scene.ts';

const CONNECT = `mutation ($input: ConnectCustomApiInput!) {
  connectCustomApi(input: $input) {
    customApi { id sample { truncated fullBytes json } }
    test { requestedUrl from to httpStatus durationMs responseBytes }
    userErrors { code message }
  }
}`;

type Connected = {
  connectCustomApi: {
    customApi: { id: string; sample: { truncated: boolean; fullBytes: number; json: string } } | null;
    test: {
      requestedUrl: string;
      from: string;
      to: string;
      httpStatus: number;
      durationMs: number;
      responseBytes: number;
    } | null;
    userErrors: UserError[];
  };
};

/** Connects the endpoint, whatever a demo before this one left connected. Gives the custom API's id. */
export async function connect({ client, paper, endpoint }: Scene): Promise<string> {
  paper.chapter('Connect');
  const { customApi: before } = await client.ask<{ customApi: { status: string } }>('{ customApi { status } }');
  if (!['NOT_CONNECTED', 'DISCONNECTED'].includes(before.status)) {
    accepted(
      (
        await client.ask<{ disconnectCustomApi: { userErrors: UserError[] } }>(
          'mutation { disconnectCustomApi { userErrors { code message } } }',
        )
      ).disconnectCustomApi,
    );
    paper.say('The endpoint of the demo before this one was disconnected; its history stays.');
  }
  const input = {
    url: endpoint.url,
    auth: { headerKey: { name: 'X-Api-Key', value: endpoint.apiKey } },
    timeoutSeconds: 30,
  };
  const { customApi, test } = accepted((await client.ask<Connected>(CONNECT, { input })).connectCustomApi);
  if (!customApi || !test) throw new Error('connectCustomApi answered without a connection.');
  paper.say('connectCustomApi called the endpoint for the last 7 days:');
  paper.facts([
    ['requested', test.requestedUrl],
    ['answer', `HTTP ${test.httpStatus}, ${kilobytes(test.responseBytes)} in ${count(test.durationMs)} ms`],
    [
      'sample',
      `${count(customApi.sample.json.length)} characters kept to write a mapping from` +
        (customApi.sample.truncated ? ', cut to valid JSON' : ''),
    ],
  ]);
  return customApi.id;
}
