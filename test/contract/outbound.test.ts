import { createOutbound } from '../../src/platform/http/guarded-outbound.ts';
import { createFakeOutbound } from '../kit/fake-outbound.ts';
import { answer, cut, silence, stall, startMisbehavingEndpoint } from '../kit/misbehaving-endpoint.ts';
import { type OutboundUnderTest, outboundContract } from './outbound.contract.ts';

outboundContract('guarded, over loopback', async (clock) => {
  const endpoint = await startMisbehavingEndpoint();
  const outbound = createOutbound({ allowedCidrs: ['127.0.0.0/8'], clock });
  const play: OutboundUnderTest['play'] = (said) => {
    if (said.kind === 'silence') return endpoint.respond(silence());
    if (said.ending === 'cut') return endpoint.respond(cut(said.body, said.headers));
    if (said.ending === 'stall') return endpoint.respond(stall(said.body, said.headers));
    endpoint.respond(answer(said.status, said.headers, said.body));
  };
  return { outbound, origin: endpoint.url, play, stop: endpoint.close };
});

outboundContract('fake', async (clock) => {
  const outbound = createFakeOutbound({ clock });
  return { outbound, origin: 'https://usage.example.com', play: outbound.respond, stop: outbound.close };
});
