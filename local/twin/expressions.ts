import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** An item as DynamoDB's protocol writes it. */
export type Attributes = Record<string, AttributeValue>;

/** What an expression speaks of: the item, and the names and values given with the expression. */
export interface Scope {
  readonly item: Attributes;
  readonly names: Record<string, string>;
  readonly values: Attributes;
}

/** Of DynamoDB's expression language the part that this project uses; whatever else stands in one is an error. */
export const holds = (condition: string, scope: Scope): boolean => {
  const reader = new Reader(condition, scope);
  const result = reader.condition();
  reader.end();
  return result;
};

/** The item after the update; the one before stays as it is. */
export const updated = (expression: string, scope: Scope): Attributes => {
  const reader = new Reader(expression, scope);
  const item = { ...scope.item };
  for (const change of reader.changes()) change(item);
  return item;
};

type Change = (item: Attributes) => void;
type Operand = AttributeValue | undefined;

/** The program has some dozens of expressions, and asks each of them thousands of times. */
const known = new Map<string, readonly string[]>();

const tokensOf = (text: string): readonly string[] => {
  const tokens = known.get(text) ?? text.match(/[A-Za-z_][\w]*|#\w+|:\w+|<>|<=|>=|[=<>(),.+-]|\S/g) ?? [];
  known.set(text, tokens);
  return tokens;
};

class Reader {
  private readonly tokens: readonly string[];
  private readonly scope: Scope;
  private at = 0;

  constructor(text: string, scope: Scope) {
    this.tokens = tokensOf(text);
    this.scope = scope;
  }

  condition(): boolean {
    let result = this.conjunction();
    while (this.takes("OR")) {
      const right = this.conjunction();
      result = result || right;
    }
    return result;
  }

  *changes(): Generator<Change> {
    while (this.at < this.tokens.length) {
      const clause = this.next();
      do yield this.change(clause);
      while (this.takes(","));
    }
  }

  end(): void {
    if (this.at < this.tokens.length) throw new Error(`not understood: ${this.left()}`);
  }

  private change(clause: string): Change {
    const path = this.path();
    switch (clause) {
      case "ADD": {
        const value = this.operand();
        return (item) => write(item, path, sum(read(item, path), value, 1));
      }
      case "REMOVE":
        return (item) => write(item, path, undefined);
      case "SET": {
        this.expect("=");
        const left = this.operand();
        const sign = this.takes("+") ? 1 : this.takes("-") ? -1 : 0;
        const value = sign === 0 ? left : sum(left, this.operand(), sign);
        return (item) => write(item, path, value);
      }
      default:
        throw new Error(`not understood: ${clause}`);
    }
  }

  private conjunction(): boolean {
    let result = this.term();
    while (this.takes("AND")) {
      const right = this.term();
      result = result && right;
    }
    return result;
  }

  private term(): boolean {
    if (this.takes("NOT")) return !this.term();
    if (this.takes("(")) {
      const result = this.condition();
      this.expect(")");
      return result;
    }
    if (calls.has(this.tokens[this.at] ?? "")) return this.call();
    const left = this.operand();
    const operator = this.next();
    if (operator === "BETWEEN") {
      const from = this.operand();
      this.expect("AND");
      return compare(left, ">=", from) && compare(left, "<=", this.operand());
    }
    return compare(left, operator, this.operand());
  }

  private call(): boolean {
    const name = this.next();
    this.expect("(");
    const left = this.operand();
    if (name.startsWith("attribute_")) {
      this.expect(")");
      return (left !== undefined) === (name === "attribute_exists");
    }
    this.expect(",");
    const right = this.operand();
    this.expect(")");
    const [text, part] = [left?.S, right?.S];
    if (text === undefined || part === undefined) return false;
    return name === "begins_with" ? text.startsWith(part) : text.includes(part);
  }

  private operand(): Operand {
    if (this.tokens[this.at]?.startsWith(":")) {
      const name = this.next();
      if (!(name in this.scope.values)) throw new Error(`no value is called ${name}`);
      return this.scope.values[name];
    }
    if (this.takes("if_not_exists")) {
      this.expect("(");
      const present = read(this.scope.item, this.path());
      this.expect(",");
      const otherwise = this.operand();
      this.expect(")");
      return present ?? otherwise;
    }
    return read(this.scope.item, this.path());
  }

  private path(): string[] {
    const path = [this.name()];
    while (this.takes(".")) path.push(this.name());
    return path;
  }

  private name(): string {
    const token = this.next();
    if (!token.startsWith("#")) return token;
    const name = this.scope.names[token];
    if (name === undefined) throw new Error(`no name is given for ${token}`);
    return name;
  }

  private next(): string {
    const token = this.tokens[this.at++];
    if (token === undefined) throw new Error("the expression ends too soon");
    return token;
  }

  private takes(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at++;
    return true;
  }

  private expect(token: string): void {
    if (!this.takes(token)) throw new Error(`expected ${token} before ${this.left()}`);
  }

  private left(): string {
    return this.tokens.slice(this.at).join(" ");
  }
}

const calls = new Set(["attribute_exists", "attribute_not_exists", "begins_with", "contains"]);

const read = (item: Attributes, [first = "", ...rest]: readonly string[]): Operand => {
  const value = item[first];
  return rest.length === 0 || value === undefined ? value : read(value.M ?? {}, rest);
};

/** Of what lies deeper, a changed copy: other versions of the item have it, too. */
const write = (item: Attributes, [first = "", ...rest]: readonly string[], value: Operand): void => {
  if (rest.length > 0) {
    const inner = item[first]?.M;
    if (inner === undefined) throw new Error(`there is no ${first} to write into`);
    const changed = { ...inner };
    write(changed, rest, value);
    item[first] = { M: changed };
  } else if (value === undefined) delete item[first];
  else item[first] = value;
};

const sum = (left: Operand, right: Operand, sign: 1 | -1): AttributeValue => ({
  N: String(Number(left?.N ?? 0) + sign * Number(right?.N)),
});

const compare = (left: Operand, operator: string, right: Operand): boolean => {
  if (left === undefined || right === undefined) return operator === "<>" && left !== right;
  if (operator === "=" || operator === "<>") return isSame(left, right) === (operator === "=");
  const order = orderOf(left, right);
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    default:
      throw new Error(`not understood: ${operator}`);
  }
};

const isSame = (left: AttributeValue, right: AttributeValue): boolean =>
  left.N !== undefined && right.N !== undefined
    ? Number(left.N) === Number(right.N)
    : JSON.stringify(left) === JSON.stringify(right);

/** Values of two kinds are in no order: no comparison of theirs holds. */
const orderOf = (left: AttributeValue, right: AttributeValue): number => {
  if (left.N !== undefined && right.N !== undefined) return Number(left.N) - Number(right.N);
  if (left.S !== undefined && right.S !== undefined) return Buffer.compare(Buffer.from(left.S), Buffer.from(right.S));
  return Number.NaN;
};
