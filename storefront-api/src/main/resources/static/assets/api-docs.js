const schemaOf = (api, node, seen = []) => {
  if (!node || typeof node !== 'object') return node;
  if (node.$ref) {
    const name = node.$ref.split('/').pop();
    return seen.includes(name) ? name : schemaOf(api, api.components.schemas[name], [...seen, name]);
  }
  if (node.type === 'array') return [schemaOf(api, node.items, seen)];
  if (node.properties) {
    return Object.fromEntries(Object.entries(node.properties).map(([key, value]) => [key, schemaOf(api, value, seen)]));
  }
  return node.enum ? node.enum.join(' | ') : [node.type, node.format].filter(Boolean).join(' ') || 'any';
};

const bodyOf = (api, content) => {
  const first = content && Object.entries(content)[0];
  return first ? { [first[0]]: schemaOf(api, first[1].schema) } : undefined;
};

const show = (api) => {
  const list = document.getElementById('operations');
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const details = document.createElement('details');
      const summary = document.createElement('summary');
      const verb = document.createElement('b');
      verb.textContent = method.toUpperCase();
      summary.append(verb, ` ${path}`);
      const pre = document.createElement('pre');
      pre.textContent = JSON.stringify({
        parameters: (operation.parameters || []).map((each) => `${each.name} (${each.in}${each.required ? ', required' : ''})`),
        request: bodyOf(api, operation.requestBody && operation.requestBody.content),
        responses: Object.fromEntries(Object.entries(operation.responses || {}).map(([status, answer]) => [status, bodyOf(api, answer.content) || ''])),
      }, null, 2);
      details.append(summary, pre);
      list.append(details);
    }
  }
};

fetch('/api/openapi.json').then((answer) => answer.json()).then(show);
