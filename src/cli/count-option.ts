import { InvalidArgumentError } from 'commander';

/** Reads an option that counts something. @throws {InvalidArgumentError} */
export function parseCount(value: string): number {
  if (/^[1-9]\d{0,8}$/u.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be a whole number above 0.');
}
