import type { ObjectType } from "./api-type.ts";

/** An object type that is read when it is first asked for its fields. */
export function lazyObjectType(
  name: string,
  read: () => Pick<ObjectType, "fields" | "isAtomic" | "isOpen">,
): ObjectType {
  let content: ReturnType<typeof read> | undefined;
  const contentOf = () => {
    content ??= read();
    return content;
  };
  return {
    kind: "object",
    name,
    get fields() {
      return contentOf().fields;
    },
    get isAtomic() {
      return contentOf().isAtomic;
    },
    get isOpen() {
      return contentOf().isOpen;
    },
  };
}
