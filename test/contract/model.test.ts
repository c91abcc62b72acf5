import { createAnthropicModel } from '../../src/platform/model/anthropic-model.ts';
import { createFakeModel } from '../kit/fake-model.ts';
import { startModelStandIn } from '../kit/model-stand-in.ts';
import { modelContract } from './model.contract.ts';

modelContract('Anthropic’s API, over loopback', async () => {
  const standIn = await startModelStandIn();
  const model = createAnthropicModel({ apiKey: 'k3y-of-tests', baseUrl: standIn.url, name: 'claude-test' });
  return { model, play: standIn.play, stop: standIn.stop };
});

modelContract('fake', async () => {
  const model = createFakeModel();
  return { model, play: model.play, stop: async () => {} };
});
