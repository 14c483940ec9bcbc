using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Releve.Web.Modules.Accounts;

/// <summary>What is tried over and over: how often in what time, by one network address and for one account.</summary>
public sealed record ThrottledAct(string Name, int ByAddress, int ByAccount, TimeSpan Window)
{
    public static ThrottledAct SignIn { get; } = new("sign-in", 60, 10, TimeSpan.FromMinutes(5));
    public static ThrottledAct SecondStep { get; } = new("second-step", 60, 8, TimeSpan.FromMinutes(10));
    public static ThrottledAct SignUp { get; } = new("sign-up", 30, 4, TimeSpan.FromHours(1));
    public static ThrottledAct Reset { get; } = new("reset", 30, 4, TimeSpan.FromHours(1));
    public static ThrottledAct Upload { get; } = new("upload", 120, 40, TimeSpan.FromHours(1));
    public static ThrottledAct Invite { get; } = new("invite", 120, 60, TimeSpan.FromHours(1));
    public static ThrottledAct SaveAlert { get; } = new("save-alert", 30, 8, TimeSpan.FromHours(1));
    public static ThrottledAct Apply { get; } = new("apply", 600, 60, TimeSpan.FromHours(1));
    public static ThrottledAct Write { get; } = new("write", 300, 60, TimeSpan.FromMinutes(10));
    public static ThrottledAct Contact { get; } = new("contact", 30, 10, TimeSpan.FromHours(1));
}

/// <summary>
/// Slows guessing down without shutting anybody out: counted by account as typed, existing or not, and by address. A passkey
/// is not guessed and passes by. Held in the process: several processes let through as many times more.
/// </summary>
public sealed class Throttle : IDisposable
{
    private readonly PartitionedRateLimiter<(string Key, int Limit, TimeSpan Window)> limiter = PartitionedRateLimiter.Create<
        (string Key, int Limit, TimeSpan Window),
        string
    >(asked =>
        RateLimitPartition.GetFixedWindowLimiter(
            asked.Key,
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = asked.Limit,
                Window = asked.Window,
                QueueLimit = 0,
            }
        )
    );

    /// <summary>Counts one more try; false when there were too many.</summary>
    public bool Allows(ThrottledAct act, IPAddress? address, string? account)
    {
        var byAddress = Take($"{act.Name} from {Network(address)}", act.ByAddress, act.Window);
        var byAccount = account is null || Take($"{act.Name} for {account}", act.ByAccount, act.Window);
        return byAddress && byAccount;
    }

    public void Dispose() => limiter.Dispose();

    private bool Take(string key, int limit, TimeSpan window)
    {
        using var lease = limiter.AttemptAcquire((key, limit, window));
        return lease.IsAcquired;
    }

    // One household or ward has a /64 of IPv6, and may take any address in it.
    private static string Network(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } six
            ? Convert.ToHexString(six.GetAddressBytes().AsSpan(0, 8))
            : address?.MapToIPv4().ToString() ?? "";
}
