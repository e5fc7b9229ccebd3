import rule from '../../rules/copy/prefer-copy-chmod';
import { remarked } from '../support/run-rule';

test.each([
  'COPY a.sh .\nRUN «chmod» +x a.sh',
  'COPY a.sh .\nRUN «chmod» a+x ./a.sh',
  'COPY x/a.sh /b/.\nRUN «chmod» 0755 /b/a.sh',
  'COPY a.sh b/\nRUN «chmod» 644 b/a.sh',
  'COPY a.sh /\nCOPY b.sh /\nRUN «chmod» +x /a.sh',
  'COPY a.sh /c.sh\nRUN chmod +x /a.sh',
  'COPY a.sh /\nWORKDIR /b\nRUN chmod +x /a.sh',
  'COPY a.sh /\nRUN chmod +x /a.sh && /a.sh',
  'COPY a.sh /\nRUN chmod u+s /a.sh',
  'COPY a /a\nRUN chmod +x /a',
  'COPY *.sh /b/\nRUN chmod +x /b/*.sh',
  'COPY --chmod=700 a.sh /\nRUN chmod 755 /a.sh',
  'COPY a.sh /\nONBUILD RUN chmod +x /a.sh',
  'COPY a.sh /\nRUN (chmod +x /a.sh)',
  'RUN --mount=type=cache,target=/c echo a > /c/a',
  "RUN «printf» '%s' a > /a",
  'RUN echo a | tee /a',
  'RUN echo a > a',
  'RUN echo $A > /a',
  'RUN echo a > /a && echo b > /b',
  'RUN echo 1 > /proc/sys/x',
])('%j', (marked) => expect(remarked(rule, `FROM x\n${marked}`)).toBe(`FROM x\n${marked}`));
