/** No answer that is asked for is near it: 32,000 tokens come as a stream of about 5 MB. */
export const MOST_BYTES = 8 * 1024 * 1024;

export class AnswerTooBig extends Error {
  override readonly name = 'AnswerTooBig';
}

const BODILESS = [101, 204, 205, 304];

/** `fetch`, with an end to how much of an answer is read, unpacked, whoever reads it and whatever it is. */
export async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  // A redirect would carry the question, and within the same origin the key, to wherever it points.
  const response = await fetch(input, { ...init, redirect: 'manual' });
  if (!response.body || BODILESS.includes(response.status)) return response;
  let left = MOST_BYTES;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error(new AnswerTooBig(`more than ${MOST_BYTES} bytes`));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(counted), { status, statusText, headers });
}
