import rule from '../../rules/packages/require-pinned-go';
import { remarked, saidOf } from '../support/run-rule';

const IGNORE = { options: { module: 'ignore' } };

describe('require-pinned-go', () => {
  it.each([
    'FROM golang:1.23\nRUN go install «a.b/c@latest» a.b/d@latest', 'FROM golang:1.23\nRUN go get «a.b/c@master»', 'FROM golang:1.23\nRUN go install -tags "x y" -o z «a.b/c@HEAD»',
    'FROM golang:1.14-alpine\nRUN go get «a.b/c»', 'FROM golang:1.9\nRUN sudo go get -u -v «a.b/c»', 'FROM golang:1.23\nENV GO111MODULE=off\nRUN go get -d «a.b/c»', 'FROM golang:1.23\nARG V=latest\nRUN go install «a.b/c@${V}»',
  ])('reports %j', (marked) => {
    expect(remarked(rule, marked)).toBe(marked);
  });

  it.each([
    'FROM golang:1.23\nRUN go get a.b/c ./... && go build && go mod download && go run a.b/c', 'FROM golang:1\nRUN go get a.b/c', 'FROM golang\nRUN go get a.b/c', 'FROM golang:1.16\nRUN go get a.b/c', 'FROM golang:1.150\nRUN go get a.b/c',
    'FROM golang:1.9\nRUN go get ./... . && go install a.b/c std cmd/gofmt', 'FROM golang:1.23\nARG V\nRUN go install a.b/c@${V} $V a.b/d@v1@x', 'FROM a/golang:1.9\nRUN go get a.b/c', 'FROM golang:1.23\nRUN go run a.b/c@v1 x@latest && echo go install a.b/c@latest',
  ])('is silent on %j', (text) => {
    expect(saidOf(rule, text)).toEqual([]);
  });

  it.each(['FROM golang:1.23\nRUN go get «a.b/c»', 'FROM golang:1.23\nRUN go run «x.go»', 'FROM golang:1.23\nRUN go install ./... && go run . && go get -d && go build a.b/c && go install fmt'])('reports %j with module: ignore', (marked) => {
    expect(remarked(rule, marked, IGNORE)).toBe(marked);
  });
});
