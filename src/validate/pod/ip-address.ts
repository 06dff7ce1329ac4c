const IPV4_PART = /^0*(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])$/;
const IPV6_PART = /^[0-9a-fA-F]{1,4}$/;
const MAXIMUM_LENGTH = 256;

/** Whether a text is an IP address of either version; leading zeros are ignored, as Kubernetes 1.34 does. */
export function isIpAddress(text: string): boolean {
  if (text.length > MAXIMUM_LENGTH) return false;
  return text.includes(":") ? isIpv6(text) : isIpv4(text);
}

function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => IPV4_PART.test(part));
}

/** Eight groups, or fewer with one `::`; the last two may be an IPv4 address. */
function isIpv6(text: string): boolean {
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const last = groups.at(-1) ?? "";
  const isMapped = last.includes(".");
  const plain = isMapped ? groups.slice(0, -1) : groups;
  if (isMapped && !isIpv4(last)) return false;
  if (!plain.every((group) => IPV6_PART.test(group))) return false;
  const size = plain.length + (isMapped ? 2 : 0);
  return halves.length === 2 ? size < 8 : size === 8;
}
