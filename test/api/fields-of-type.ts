import type { ApiField, ApiType, ObjectType } from "../../src/api/api-type.ts";

/** Every field below a type of the table at every depth, in the words of `fieldsOfSchema`. */
export function fieldsOfType(root: ObjectType): readonly string[] {
  const lines: string[] = [];
  const visit = (type: ObjectType, path: string): void => {
    if (type.isAtomic) lines.push(`${path} * atomic`);
    for (const field of type.fields.values()) {
      const fieldPath = `${path}.${field.name}`;
      lines.push([fieldPath, typeText(field.type), ...attributesOf(field).sort()].join(" "));
      const inner = innerOf(field.type);
      if (inner !== undefined && isOfCrd(inner)) {
        visit(inner, fieldPath + bracketsOf(field.type));
      }
    }
  };
  visit(root, root.name);
  return lines;
}

function bracketsOf({ kind }: ApiType): string {
  if (kind === "list") return "[]";
  return kind === "map" ? "{}" : "";
}

function isOfCrd({ name }: ObjectType): boolean {
  return name !== "object" && name !== "ServerObjectMeta";
}

function innerOf(type: ApiType): ObjectType | undefined {
  switch (type.kind) {
    case "object":
      return type;
    case "list":
      return innerOf(type.items.type);
    case "map":
      return innerOf(type.values.type);
    default:
      return undefined;
  }
}

function typeText(type: ApiType): string {
  switch (type.kind) {
    case "object":
      return type.name === "ServerObjectMeta" ? "object" : type.name;
    case "list":
      return `[${typeText(type.items.type)}]`;
    case "map":
      return `{${typeText(type.values.type)}}`;
    case "int-or-string":
      return "intOrString";
    case "date-time":
      return "dateTime";
    default:
      return type.kind;
  }
}

function attributesOf({
  type,
  isRequired,
  isNullable,
  byDefault,
  limits,
  rules,
}: ApiField): string[] {
  const { enum: choices, ...bounds } = limits ?? {};
  return [
    ...(isRequired ? ["required"] : []),
    ...(isNullable ? ["nullable"] : []),
    ...(byDefault === undefined ? [] : [`default=${JSON.stringify(byDefault)}`]),
    ...(choices === undefined ? [] : [`enum=${choices.join("|")}`]),
    ...Object.entries(bounds).map(([name, value]) => `${name}=${value}`),
    ...(type.kind === "list" && type.keys.length > 0 ? [`keys=${type.keys.join(",")}`] : []),
    ...(type.kind === "list" && type.listKind !== undefined && type.listKind !== "map"
      ? [type.listKind]
      : []),
    ...(type.kind === "map" && type.isAtomic ? ["atomic"] : []),
    ...rules.map(({ known }) => `rule=${known?.name}`),
  ];
}
