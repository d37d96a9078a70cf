import { describe, expect, it } from 'vitest';
import { asProblem, problemFrom, withoutAnswer } from './problem';

describe('problemFrom', () => {
  it('reads a problem document with its field errors', () => {
    const problem = problemFrom(
      400,
      JSON.stringify({ title: 'The input is not valid', status: 400, detail: 'Give a name.', code: 'INVALID_INPUT', errors: [{ field: 'name', message: 'is missing' }] }),
    );
    expect(problem.code).toBe('INVALID_INPUT');
    expect(problem.message).toBe('Give a name.');
    expect(problem.byField()).toEqual({ name: 'is missing' });
  });

  it.each(['<html>Bad gateway</html>', '', '[1]', 'null'])('makes the best of %j', (body) => {
    const problem = problemFrom(502, body);
    expect(problem.status).toBe(502);
    expect(problem.message).toContain('502');
  });

  it('survives a document with fields of the wrong type', () => {
    expect(problemFrom(500, '{"title":7}').code).toBe('UNREADABLE');
  });
});

describe('what fetch throws', () => {
  it('says that a server which cannot be reached cannot be reached', () => {
    expect(withoutAnswer(new TypeError('Failed to fetch'))).toMatchObject({ code: 'UNREACHABLE' });
  });

  it('is not what a fault in a page throws', () => {
    expect(asProblem(new TypeError('x is undefined'))).toMatchObject({ code: 'UNKNOWN', message: 'x is undefined' });
  });
});
