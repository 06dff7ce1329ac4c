import { ipAddressBytes } from "./ip-address.ts";

const PREFIX = /^0*(?:\d{1,3})$/;
const MAXIMUM_LENGTH = 256;

/** A range of addresses, such as 10.0.0.0/8. */
interface AddressRange {
  /** 4 or 16 of them. */
  readonly bytes: readonly number[];
  /** How many bits all addresses of the range have in common. */
  readonly prefixBits: number;
}

/**
 * Why a text is no range of addresses in the form of CIDR: a sentence. Bits behind the prefix may be set. Source: Kubernetes,
 * ValidateIPBlock and ParseCIDRSloppy.
 */
export function addressRangeProblem(text: string): string | undefined {
  if (text === "") return "It is empty.";
  if (text.length > MAXIMUM_LENGTH) return `It must be at most ${MAXIMUM_LENGTH} characters long.`;
  const slash = text.indexOf("/");
  if (slash < 0)
    return 'It must end with "/" and the number of bits that the addresses have in common.';
  const bytes = ipAddressBytes(text.slice(0, slash));
  if (bytes === undefined) return 'What stands before "/" must be an IPv4 or an IPv6 address.';
  const prefix = text.slice(slash + 1);
  const most = bytes.length * 8;
  if (!PREFIX.test(prefix) || Number(prefix) > most) {
    return `What stands after "/" must be a whole number from 0 to ${most}.`;
  }
  return undefined;
}

/**
 * Whether a range is a part of another and smaller than it; undefined where a text is no range, or one of IPv6 that Go takes for
 * one of IPv4. Source: ValidateIPBlock.
 */
export function isRangeWithin(inner: string, outer: string): boolean | undefined {
  const [small, large] = [readRange(inner), readRange(outer)];
  if (small === undefined || large === undefined) return undefined;
  if (small.bytes.length !== large.bytes.length || small.prefixBits <= large.prefixBits)
    return false;
  return small.bytes.every((byte, index) => {
    const fixed = Math.min(8, Math.max(0, large.prefixBits - index * 8));
    return byte >> (8 - fixed) === (large.bytes[index] ?? 0) >> (8 - fixed);
  });
}

function readRange(text: string): AddressRange | undefined {
  if (addressRangeProblem(text) !== undefined) return undefined;
  const [address = "", prefix] = text.split("/");
  const bytes = ipAddressBytes(address);
  return bytes === undefined || isMapped(bytes) ? undefined : { bytes, prefixBits: Number(prefix) };
}

/** Whether an address of IPv6 stands for one of IPv4: `::ffff:10.0.0.1`. */
function isMapped(bytes: readonly number[]): boolean {
  const prefix = bytes.slice(0, 12);
  return bytes.length === 16 && prefix.every((byte, index) => byte === (index < 10 ? 0 : 255));
}
