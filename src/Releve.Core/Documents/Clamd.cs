using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Releve.Core.Documents;

/// <summary>
/// A ClamAV daemon, asked over TCP: zINSTREAM, chunks with their length before them, a chunk of none at the end. Source:
/// clamd(8), "COMMANDS".
/// </summary>
public sealed class Clamd(string host, int port)
{
    private const int ChunkLength = 64 * 1024;
    private const int LongestAnswer = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Where it listens, as the settings say it: "127.0.0.1:3310".</summary>
    /// <exception cref="FormatException">It is no host and port.</exception>
    public static Clamd Parse(string address)
    {
        var colon = address.LastIndexOf(':');
        return colon > 0 && ushort.TryParse(address.AsSpan(colon + 1), out var port) && port > 0
            ? new Clamd(address[..colon].Trim('[', ']'), port)
            : throw new FormatException("--clamd takes host:port, for example 127.0.0.1:3310.");
    }

    /// <summary>Clean or quarantined; unscanned when the daemon does not answer, or not with a verdict.</summary>
    public async Task<DocumentState> ScanAsync(Stream content, CancellationToken cancellation = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, patience.Token);
            await using var stream = client.GetStream();
            await SendAsync(content, stream, patience.Token);
            return Verdict(await ReadAsync(stream, patience.Token));
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return DocumentState.Unscanned;
        }
    }

    private static async Task SendAsync(Stream content, Stream to, CancellationToken cancellation)
    {
        await to.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
        var chunk = new byte[4 + ChunkLength];
        int read;
        while ((read = await content.ReadAsync(chunk.AsMemory(4), cancellation)) > 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(chunk, read);
            await to.WriteAsync(chunk.AsMemory(0, 4 + read), cancellation);
        }
        await to.WriteAsync(new byte[4], cancellation);
    }

    private static async Task<string> ReadAsync(Stream from, CancellationToken cancellation)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        int read;
        while (length < answer.Length && (read = await from.ReadAsync(answer.AsMemory(length), cancellation)) > 0)
        {
            length += read;
            if (answer.AsSpan(0, length).Contains((byte)0))
            {
                break;
            }
        }
        return Encoding.ASCII.GetString(answer, 0, length).TrimEnd('\0', '\n', ' ');
    }

    private static DocumentState Verdict(string answer) =>
        answer.EndsWith(" FOUND", StringComparison.Ordinal) ? DocumentState.Quarantined
        : answer.EndsWith(": OK", StringComparison.Ordinal) ? DocumentState.Clean
        : DocumentState.Unscanned;
}
