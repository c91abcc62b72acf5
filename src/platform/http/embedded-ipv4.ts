/** The IPv4 addresses that an IPv6 address leads to through some transition mechanism; none for ordinary addresses. */
export const embeddedIpv4 = (address: string): string[] => {
  const g = ipv6Groups(address);
  const startsWith = (...prefix: number[]) => prefix.every((group, i) => g[i] === group);
  const last = dotted(g[6], g[7]);
  // Mapped, compatible and translated; `::` and `::1` are not IPv4 addresses.
  if (startsWith(0, 0, 0, 0, 0, 0)) return g[6] === 0 && (g[7] ?? 0) <= 1 ? [] : [last];
  if (startsWith(0, 0, 0, 0, 0, 0xffff) || startsWith(0, 0, 0, 0, 0xffff, 0)) return [last];
  if (startsWith(0x64, 0xff9b, 0)) return [last];
  if (startsWith(0x64, 0xff9b, 1)) return [last, ...aroundReservedOctet(g)];
  if (startsWith(0x2002)) return [dotted(g[1], g[2])];
  // Teredo: the server in clear, the client with every bit turned over.
  if (startsWith(0x2001, 0)) return [dotted(g[2], g[3]), dotted(~(g[6] ?? 0), ~(g[7] ?? 0))];
  // ISATAP: an interface identifier under any prefix.
  if ((g[4] === 0 || g[4] === 0x200) && g[5] === 0x5efe) return [last];
  return [];
};

/** RFC 6052: of 96 bits, a prefix leaves the address at the end; of 48, 56 or 64 bits, around octet 8. It may be any. */
const aroundReservedOctet = (groups: readonly number[]): string[] => {
  const octets = groups.flatMap((group) => [group >> 8, group & 0xff]).toSpliced(8, 1);
  return [6, 7, 8].map((start) => octets.slice(start, start + 4).join('.'));
};

/** The last 32 bits, where a translator's own prefix of 96 bits leaves an IPv4 address; such prefixes are anybody's. */
export const lastIpv4 = (address: string): string => dotted(...(ipv6Groups(address).slice(6) as [number, number]));

/** The eight groups of a valid IPv6 address. The URL parser spells every form of it in one way. */
export const ipv6Groups = (address: string): number[] => {
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail = ''] = canonical.split('::');
  const read = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const [front, back] = [read(head), read(tail)];
  return [...front, ...new Array<number>(8 - front.length - back.length).fill(0), ...back];
};

const dotted = (high = 0, low = 0): string =>
  [(high >> 8) & 0xff, high & 0xff, (low >> 8) & 0xff, low & 0xff].join('.');
