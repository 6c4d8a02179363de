/** An OpenAPI description as far as the comparison reads it. */
export type Schema = {
  $ref?: string;
  type?: string;
  required?: readonly string[];
  enum?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  nullable?: boolean;
};
type Media = Readonly<Record<string, { schema?: Schema }>>;
export type Operation = {
  parameters?: readonly { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { required?: boolean; content: Media };
  responses: Readonly<Record<string, { content?: Media; headers?: Readonly<Record<string, unknown>> }>>;
};
export type Description = {
  openapi: string;
  servers?: readonly { url: string }[];
  paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  components: { schemas: Readonly<Record<string, Schema>>; securitySchemes?: object };
};

const methods = new Set(['get', 'post', 'delete']);

export function operationsOf({ paths }: Description): { path: string; method: string; operation: Operation }[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.has(method))
      .map(([method, operation]) => ({ path, method, operation: operation as Operation })),
  );
}

/** @throws Error for a reference that leads nowhere */
export function resolved(schema: Schema, { components }: Description): Schema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.replace('#/components/schemas/', '');
  const target = components.schemas[name];
  if (target === undefined) throw new Error(`${schema.$ref} leads nowhere`);
  return target;
}

type Side = { schema: Schema | undefined; of: Description };

/** What our schema says and the other does not: types, known values, properties, what must be there. */
function schemaDifferences(place: string, ours: Side, theirs: Side, isRequest: boolean): string[] {
  if (ours.schema === undefined) return [];
  if (theirs.schema === undefined) return [`${place}: not theirs`];
  const own = resolved(ours.schema, ours.of);
  const other = resolved(theirs.schema, theirs.of);
  const found: string[] = [];
  if (own.type !== other.type) found.push(`${place}: ${own.type} is ${other.type}`);
  if (own.enum && own.enum.toSorted().join() !== other.enum?.toSorted().join()) found.push(`${place}: other values`);
  // What they may leave out as null, we must be ready for; what they demand, we must demand of ourselves.
  if (!isRequest && other.nullable === true && own.nullable !== true) found.push(`${place}: may be null`);
  for (const name of isRequest ? (other.required ?? []) : []) {
    if (own.required?.includes(name) !== true) found.push(`${place}.${name}: is required`);
  }
  for (const [name, schema] of Object.entries(own.properties ?? {})) {
    const next = { schema: other.properties?.[name], of: theirs.of };
    found.push(...schemaDifferences(`${place}.${name}`, { schema, of: ours.of }, next, isRequest));
  }
  if (own.items) {
    const next = { schema: other.items, of: theirs.of };
    found.push(...schemaDifferences(`${place}[]`, { schema: own.items, of: ours.of }, next, isRequest));
  }
  return found;
}

function mediaDifferences(
  place: string,
  ours: { media: Media | undefined; of: Description },
  theirs: { media: Media | undefined; of: Description },
  isRequest: boolean,
): string[] {
  return Object.entries(ours.media ?? {}).flatMap(([type, { schema }]) =>
    schemaDifferences(
      `${place} ${type}`,
      { schema, of: ours.of },
      { schema: theirs.media?.[type]?.schema, of: theirs.of },
      isRequest,
    ),
  );
}

/** @returns one line for everything that our description says otherwise than theirs; none means that ours is a part of theirs */
export function differences(ours: Description, theirs: Description): string[] {
  const others = operationsOf(theirs);
  const found = ours.servers?.[0]?.url === theirs.servers?.[0]?.url ? [] : ['another host'];
  for (const { path, method, operation } of operationsOf(ours)) {
    const place = `${method} ${path}`;
    const other = others.find((one) => one.path === path && one.method === method)?.operation;
    if (other === undefined) {
      found.push(`${place}: not theirs`);
      continue;
    }
    for (const parameter of operation.parameters ?? []) {
      const known = other.parameters?.find((one) => one.name === parameter.name && one.in === parameter.in);
      if ((parameter.required ?? false) !== (known?.required ?? false))
        found.push(`${place} ${parameter.name}: required`);
      const theirParameter = { schema: known?.schema, of: theirs };
      found.push(
        ...schemaDifferences(
          `${place} ${parameter.name}`,
          { schema: parameter.schema, of: ours },
          theirParameter,
          true,
        ),
      );
    }
    for (const { name, required } of other.parameters ?? []) {
      const isOurs = operation.parameters?.some((one) => one.name === name) === true;
      if (required === true && !isOurs) found.push(`${place} ${name}: is required`);
    }
    const bodies = [operation.requestBody?.content, other.requestBody?.content] as const;
    found.push(...mediaDifferences(place, { media: bodies[0], of: ours }, { media: bodies[1], of: theirs }, true));
    for (const [status, response] of Object.entries(operation.responses)) {
      const known = other.responses[status];
      if (known === undefined) found.push(`${place} ${status}: not theirs`);
      const theirMedia = { media: known?.content, of: theirs };
      found.push(...mediaDifferences(`${place} ${status}`, { media: response.content, of: ours }, theirMedia, false));
      for (const header of Object.keys(response.headers ?? {})) {
        if (known?.headers?.[header] === undefined) found.push(`${place} ${status} ${header}: not theirs`);
      }
    }
  }
  return found;
}
