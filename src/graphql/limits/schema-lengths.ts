import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

/** How long introspection's lists are in this schema, on average over all types: in all, that is what reading it gives. */
export function schemaLengths(schema: GraphQLSchema): ReadonlyMap<string, number> {
  const types = Object.values(schema.getTypeMap());
  const total = { fields: 0, args: 0, inputFields: 0, enumValues: 0, interfaces: 0, possibleTypes: 0 };
  for (const type of types) {
    if (isObjectType(type) || isInterfaceType(type)) {
      const fields = Object.values(type.getFields());
      total.fields += fields.length;
      total.args += fields.reduce((sum, field) => sum + field.args.length, 0);
      total.interfaces += type.getInterfaces().length;
    }
    if (isInputObjectType(type)) total.inputFields += Object.keys(type.getFields()).length;
    if (isEnumType(type)) total.enumValues += type.getValues().length;
    if (isInterfaceType(type)) total.possibleTypes += schema.getPossibleTypes(type).length;
  }
  const each = (count: number) => count / types.length;
  const directives = schema.getDirectives();
  return new Map([
    ['__Schema.types', types.length],
    ['__Schema.directives', directives.length],
    ['__Directive.args', 1],
    ['__Directive.locations', 5],
    ['__Type.fields', each(total.fields)],
    ['__Field.args', total.args / total.fields],
    ['__Type.inputFields', each(total.inputFields)],
    ['__Type.enumValues', each(total.enumValues)],
    ['__Type.interfaces', each(total.interfaces)],
    ['__Type.possibleTypes', each(total.possibleTypes)],
  ]);
}
