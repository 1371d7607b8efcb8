import { describe, expect, it } from 'vitest';

import { createSpokenComparison, isOtherKeyboard } from '../../src/proof/other-letters.ts';

describe('createSpokenComparison', () => {
  const isSame = createSpokenComparison();

  it.each([
    ['Kazimî', 'کازمی'],
    ['serokî', 'سەرۆکی'],
    ['hkumati', 'حکومەتی'],
    ['bo', 'بۆ'],
    ['2021', '٢٠٢١'],
  ])('takes %s for %s', (latin, sorani) => {
    expect(isSame(latin, sorani)).toBe(true);
  });

  it.each([
    ['nebû', 'بوو'],
    ['herem', 'عێراق'],
    ['2021', '٢٠٢٢'],
    ['2021', 'ساڵ'],
  ])('keeps %s and %s apart', (latin, sorani) => {
    expect(isSame(latin, sorani)).toBe(false);
  });
});

describe('isOtherKeyboard', () => {
  it('takes a text without گ پ چ ژ ڤ for one from a keyboard that lacks them', () => {
    expect(isOtherKeyboard('كفتوكو و بيشمەركە', 'گفتوگۆ و پێشمەرگە')).toBe(true);
    expect(isOtherKeyboard('طفتوطو و ثيشمەرطە', 'گفتوگۆ و پێشمەرگە')).toBe(true);
  });

  it('takes one letter that differs, or only some of them, for another word', () => {
    expect(isOtherKeyboard('کەڕا', 'گەڕا')).toBe(false);
    expect(isOtherKeyboard('كفتوگۆ و پێشمەرگە', 'گفتوگۆ و پێشمەرگە')).toBe(false);
    expect(isOtherKeyboard('كفتوكو و بيشمەركا', 'گفتوگۆ و پێشمەرگە')).toBe(false);
  });
});
