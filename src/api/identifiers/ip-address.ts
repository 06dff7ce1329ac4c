const IPV4_PART = /^0*(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])$/;
const IPV6_PART = /^[0-9a-fA-F]{1,4}$/;
const MAXIMUM_LENGTH = 256;
const IPV6_GROUPS = 8;

/** Whether a text is an IP address of either version; leading zeros are ignored, as Kubernetes 1.34 does. */
export function isIpAddress(text: string): boolean {
  return ipAddressBytes(text) !== undefined;
}

/** The 4 or 16 bytes of an IP address; undefined for any other text. */
export function ipAddressBytes(text: string): readonly number[] | undefined {
  if (text.length > MAXIMUM_LENGTH) return undefined;
  return text.includes(":") ? ipv6Bytes(text) : ipv4Bytes(text);
}

function ipv4Bytes(text: string): readonly number[] | undefined {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => IPV4_PART.test(part))
    ? parts.map(Number)
    : undefined;
}

/** Eight groups, or fewer with one `::`; the last two may be an IPv4 address. */
function ipv6Bytes(text: string): readonly number[] | undefined {
  const [before = "", after, ...others] = text.split("::");
  if (others.length > 0) return undefined;
  const first = groupBytes(before, after === undefined);
  const last = groupBytes(after ?? "", true);
  if (first === undefined || last === undefined) return undefined;
  const missing = IPV6_GROUPS * 2 - first.length - last.length;
  if (after === undefined ? missing !== 0 : missing < 2) return undefined;
  return [...first, ...new Array<number>(missing).fill(0), ...last];
}

function groupBytes(text: string, mayEndInIpv4: boolean): readonly number[] | undefined {
  if (text === "") return [];
  const groups = text.split(":");
  const last = groups.at(-1) ?? "";
  const tail = mayEndInIpv4 && last.includes(".") ? ipv4Bytes(last) : [];
  const plain = last.includes(".") ? groups.slice(0, -1) : groups;
  if (tail === undefined || (last.includes(".") && !mayEndInIpv4)) return undefined;
  if (!plain.every((group) => IPV6_PART.test(group))) return undefined;
  const bytes = plain.map((group) => Number.parseInt(group, 16));
  return [...bytes.flatMap((group) => [group >> 8, group & 255]), ...tail];
}
