import rule from '../../rules/shell/no-missing-operator';
import { remarked } from '../support/run-rule';

describe('no-missing-operator', () => {
  it.each([
    'FROM debian:12\nRUN apt-get install -y a \\\n  b \\\n  «apt-get» clean \\\n  && rm c',
    'FROM debian:12\nRUN apt-get update «apt-get» install -y a',
    'FROM debian:12\nRUN apt-get install -y a «curl» -O https://example.org/b\nRUN apt-get install a «git» clone b',
    'FROM fedora:41\nRUN dnf install -y a «dnf» clean all\nRUN yum -y install a «cd» /b',
    'FROM debian:12\nRUN pip install a «pip» install b',
    // Packages that are called like programs.
    'FROM debian:12\nRUN apt-get install -y git curl wget make npm yum apt dnf pip patch ./rm.deb\nRUN apk add git apk-tools\nRUN npm install rm cd && gem install ln',
    'FROM debian:12\nRUN apt-get install -y $PACKAGES "rm" && rm -rf a',
    // Pins.
    'FROM debian:12\nRUN apt-get install -y a && «b=1.2-3» && «c-d=5:4.1» && e',
    'FROM debian:12\nRUN apt-get install -y a && version=1.2.3 && curl "x-$version"\nRUN apt-get install -y a && VERSION=1.2.3 && b=c && d=5 make',
    'FROM debian:12\nRUN make && b=1.2-3 && c\nRUN apt-get install -y a=1.2 b=3.4 && true',
    'FROM debian:12\nRUN sudo apt-get install -y a && «b-c=1.2»',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));
});
