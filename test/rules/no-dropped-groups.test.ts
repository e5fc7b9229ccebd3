import rule from '../../rules/user/no-dropped-groups';
import { remarked } from '../support/run-rule';

describe('no-dropped-groups', () => {
  it.each([
    'FROM debian:12\nRUN gpasswd -a app video\nUSER app«:1000»',
    'FROM alpine:3.20\nRUN adduser -D app && addgroup app video\nUSER app«:app»',
    'FROM debian:12 AS a\nRUN adduser app video\nFROM a\nUSER app«:app»',
    'FROM debian:12\nUSER app:app\nRUN usermod -aG video app',
    'FROM debian:12\nRUN usermod -aG video app\nUSER app\nUSER other:app\nUSER app:video\nUSER 1000:1000',
    'FROM debian:12\nRUN usermod -aG $GROUP app\nUSER app:app',
    'FROM debian:12 AS a\nRUN usermod -aG video app\nUSER app:app\nFROM debian:12\nUSER app:app',
    'FROM debian:12\nRUN usermod -aG video app\nONBUILD USER app:app',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));
});
