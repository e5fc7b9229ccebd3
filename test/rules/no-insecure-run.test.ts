import rule from '../../rules/user/no-insecure-run';
import { remarked } from '../support/run-rule';

describe('no-insecure-run', () => {
  it.each([
    'FROM debian:12\nRUN «--security=insecure» «--network=host» make\nRUN --security=$X make\nRUN --network make',
    'FROM debian:12\nONBUILD RUN «--network=host» make',
    'FROM debian:12\nRUN service docker start && docker run -d «--privileged» x && docker exec --privileged y z',
    'FROM debian:12\nRUN docker create «--privileged=true» x; docker run --privileged=false x; echo podman run --privileged',
    'FROM debian:12\nCMD docker run --privileged x',
  ])('judges %s', (marked) => expect(remarked(rule, marked)).toBe(marked));
});
