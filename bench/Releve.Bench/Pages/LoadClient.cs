using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Releve.Bench.Pages;

/// <summary>
/// The visitors: a process that keeps 16 connections busy and asks for pages in an order of its own. It reads answers
/// without looking at them, so that one core of visitors keeps up with one core of the site.
/// </summary>
internal static class LoadClient
{
    private const int Connections = 16;

    /// <summary>Takes orders "SECONDS ENCODING" until there are no more; answers with requests, seconds, p50, p99 (ms), bytes.</summary>
    public static void Run(int port, string addressFile)
    {
        var addresses = File.ReadAllLines(addressFile);
        while (Console.ReadLine() is { } order)
        {
            var (seconds, encoding) = order.Split(' ') is [var first, var second]
                ? (double.Parse(first, CultureInfo.InvariantCulture), second)
                : (1, "identity");
            var requests = addresses.Select(address => Encoding.ASCII.GetBytes(Request(address, encoding))).ToArray();
            var visitors = Enumerable.Range(0, Connections).Select(i => new Visitor(port, requests, i)).ToArray();
            var started = Stopwatch.GetTimestamp();
            var threads = visitors.Select(visitor => new Thread(() => visitor.Run(started, TimeSpan.FromSeconds(seconds)))).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var times = visitors.SelectMany(visitor => visitor.Times).DefaultIfEmpty().Order().ToList();
            Console.WriteLine(
                BenchProcess.Line(times.Count, took, times[times.Count / 2], times[times.Count * 99 / 100], visitors.Sum(visitor => visitor.Bytes))
            );
        }
    }

    // With the cookie of a visitor who has been here before: the site need not set it again.
    private static string Request(string address, string encoding) =>
        $"GET {address} HTTP/1.1\r\nHost: localhost\r\nCookie: language=fr\r\nAccept: text/html\r\nAccept-Encoding: {encoding}\r\n\r\n";

    /// <summary>One connection.</summary>
    private sealed class Visitor(int port, byte[][] requests, int seed)
    {
        private readonly byte[] buffer = new byte[512 * 1024];

        public List<double> Times { get; } = [];
        public long Bytes { get; private set; }

        public void Run(long started, TimeSpan time)
        {
            var random = new Random(seed);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(IPAddress.Loopback, port);
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                var before = Stopwatch.GetTimestamp();
                socket.Send(requests[random.Next(requests.Length)]);
                Bytes += Read(socket);
                Times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
            }
        }

        private int Read(Socket socket)
        {
            var length = 0;
            var end = -1;
            while (end < 0 ? !buffer.AsSpan(0, length).EndsWith("\r\n0\r\n\r\n"u8) : length < end)
            {
                var read = socket.Receive(buffer.AsSpan(length));
                if (read == 0)
                {
                    throw new InvalidOperationException("The site closed a connection.");
                }
                if (length == 0 && !buffer.AsSpan().StartsWith("HTTP/1.1 200 "u8))
                {
                    throw new InvalidOperationException("The site answered: " + Encoding.ASCII.GetString(buffer, 0, Math.Min(read, 40)));
                }
                length += read;
                end = end < 0 ? WholeLength(buffer.AsSpan(0, length)) : end;
            }
            return length;
        }

        /// <summary>Head and body where the head tells the body's length; −1 where the body comes in chunks.</summary>
        private static int WholeLength(ReadOnlySpan<byte> answer)
        {
            var head = answer.IndexOf("\r\n\r\n"u8);
            var at = head < 0 ? -1 : answer[..head].IndexOf("Content-Length: "u8);
            return at >= 0 && Utf8Parser.TryParse(answer[(at + 16)..], out int body, out _) ? head + 4 + body : -1;
        }
    }
}
