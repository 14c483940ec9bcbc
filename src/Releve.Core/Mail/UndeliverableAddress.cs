namespace Releve.Core.Mail;

/// <summary>An address that the mail server refused for good: nothing more is sent to it until its owner confirms one again.</summary>
public sealed class UndeliverableAddress
{
    /// <summary>The address in small letters.</summary>
    public required string EmailKey { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTime Since { get; init; }

    /// <summary>What the server said, for the person and administrators.</summary>
    public required string Reason { get; init; }
}
