import { afterEach, describe, expect, it } from 'vitest';
import i18next from '../i18n';
import { firstLanguage, speak, speakAsBefore, textsOf } from './languages';

describe('the first language', () => {
  it.each([
    [null, ['zh-CN', 'en'], 'zh-CN'],
    [null, ['zh'], 'zh-CN'],
    [null, ['zh-Hans-SG'], 'zh-CN'],
    [null, ['zh-TW', 'en-GB'], 'en'],
    [null, ['zh-Hant', 'zh-CN'], 'zh-CN'],
    [null, ['de', 'zh-CN'], 'zh-CN'],
    [null, ['en-GB', 'zh-CN'], 'en'],
    [null, ['de', 'not a tag'], 'en'],
    [null, [], 'en'],
    ['en', ['zh-CN'], 'en'],
    ['zh-CN', ['en'], 'zh-CN'],
    ['xx', ['zh-CN'], 'zh-CN'],
  ])('is, kept %s and wished %s: %s', (kept, wished, expected) => {
    expect(firstLanguage(kept, wished)).toBe(expected);
  });
});

describe('a language', () => {
  afterEach(async () => {
    await speak('en');
    localStorage.clear();
  });

  it('is spoken at once, named in the document, and remembered', async () => {
    await speak('zh-CN');
    expect(i18next.t('common.save')).toBe('保存');
    expect(document.documentElement.lang).toBe('zh-CN');
    await i18next.changeLanguage('en');
    await speakAsBefore();
    expect(i18next.t('common.save')).toBe('保存');
  });

  it('has the texts of the pages that were shown, whatever was spoken then', async () => {
    await textsOf('repairs');
    await speak('zh-CN');
    expect(i18next.getResource('zh-CN', 'translation', 'repairs.title.RETRY_other')).toBe('重试 {{number}} 个任务');
  });

  it('says in English what it lacks', async () => {
    i18next.addResource('en', 'translation', 'onlyEnglish', 'only here');
    await speak('zh-CN');
    expect(i18next.t('onlyEnglish')).toBe('only here');
  });
});
