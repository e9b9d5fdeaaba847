// The page's one stream of events is closed by Gradio's server when nothing is waiting any more. What is asked between
// that and the browser's learning of it would wait for ever, and with it all that is asked later: the stream goes on.
(() => {
  const send = window.fetch.bind(window);
  const joining = new Set(); // requests on their way
  const waiting = new Set(); // ids of events without an end
  const address = (asked) => String(asked instanceof Request ? asked.url : asked);

  async function join(asked) {
    const answer = send(...asked);
    joining.add(answer);
    try {
      const done = await answer;
      if (done.ok) waiting.add((await done.clone().json()).event_id);
      return done;
    } finally {
      joining.delete(answer);
    }
  }

  const message = (part) => (part.startsWith("data:") ? JSON.parse(part.slice("data:".length)) : {});

  // The messages of a stream, whole ones; of those that follow it if something is waiting when it is closed.
  async function* messages(asked, first) {
    for (let answer = first; answer; ) {
      let text = "";
      let closed = "";
      for await (const piece of readAll(answer.body)) {
        const parts = (text + piece).split("\n\n");
        text = parts.pop();
        for (const part of parts) {
          const { msg, event_id } = message(part);
          if (msg === "process_completed") waiting.delete(event_id);
          if (msg === "close_stream") closed = `${part}\n\n`;
          else yield `${part}\n\n`;
        }
      }
      if (text) yield text;
      await Promise.allSettled(joining);
      answer = closed && waiting.size ? await send(...asked) : null;
      if (closed && !answer) yield closed;
    }
  }

  async function* readAll(body) {
    const pieces = body.pipeThrough(new TextDecoderStream()).getReader();
    for (let next = await pieces.read(); !next.done; next = await pieces.read()) yield next.value;
  }

  function follow(asked, answer) {
    const parts = messages(asked, answer);
    const encoder = new TextEncoder();
    const body = new ReadableStream({
      async pull(to) {
        const { value, done } = await parts.next();
        if (done) to.close();
        else to.enqueue(encoder.encode(value));
      },
    });
    return new Response(body, { status: answer.status, headers: answer.headers });
  }

  window.fetch = async (...asked) => {
    const where = address(asked[0]);
    if (where.includes("/queue/join")) return join(asked);
    const answer = await send(...asked);
    return where.includes("/queue/data") && answer.ok ? follow(asked, answer) : answer;
  };
})();
