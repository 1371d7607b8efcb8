import { SettingsError } from './errors.ts';

/** Why a value is refused: what it should be. */
export class Refusal {
  readonly remedy: string;
  constructor(remedy: string) {
    this.remedy = remedy;
  }
}

/** Reads variables one by one and gathers what is wrong with them. */
export class SettingsReader {
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #problems: string[] = [];

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    this.#environment = environment;
  }

  /** A variable that is not set, or empty, is the fallback; so is a wrong one, which is put down. */
  read<T, F>(name: string, fallback: F, parse: (value: string) => T | Refusal): T | F {
    const value = this.#environment[name]?.trim() ?? '';
    if (value === '') return fallback;
    const parsed = parse(value);
    if (!(parsed instanceof Refusal)) return parsed;
    this.complain(name, parsed.remedy);
    return fallback;
  }

  /** Puts down what is wrong with a variable beside others. */
  complain(name: string, remedy: string): void {
    this.#problems.push(`${name} ${remedy}`);
  }

  /** @throws {SettingsError} naming everything that was put down. */
  finish(): void {
    if (this.#problems.length === 0) return;
    const [first, ...more] = this.#problems;
    throw new SettingsError(
      more.length === 0
        ? `Wrong setting: ${first}.`
        : `Wrong settings: ${this.#problems.join('; ')}.`,
    );
  }
}

/** An address without a slash at its end. */
export function parseUrl(value: string): string | Refusal {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url?.protocol === 'http:' || url?.protocol === 'https:'
    ? value.replace(/\/+$/u, '')
    : new Refusal('is not a URL: write it as https://host/path');
}

/** A whole number within bounds. */
export function parseCount(least: number, most: number): (value: string) => number | Refusal {
  return (value) => {
    const number = /^\d{1,15}$/u.test(value) ? Number(value) : -1;
    return number >= least && number <= most
      ? number
      : new Refusal(`is "${value}": write a whole number from ${least} to ${most}`);
  };
}

/** A number within bounds, with a point where it has parts. */
export function parseNumber(least: number, most: number): (value: string) => number | Refusal {
  return (value) => {
    const number = /^\d{1,15}(?:\.\d{1,15})?$/u.test(value) ? Number(value) : -1;
    return number >= least && number <= most
      ? number
      : new Refusal(`is "${value}": write a number from ${least} to ${most}`);
  };
}

/** What another parser takes, or `off`, which is null. */
export function orOff<T>(
  parse: (value: string) => T | Refusal,
): (value: string) => T | null | Refusal {
  return (value) => {
    if (value === 'off') return null;
    const parsed = parse(value);
    return parsed instanceof Refusal ? new Refusal(`${parsed.remedy}, or off`) : parsed;
  };
}
