namespace Releve.Core.Audit;

/// <summary>A line of the audit log: who did what to whom. Lines are only added; a job removes those older than twelve months.</summary>
public sealed class AuditEntry
{
    /// <summary>UUIDv7 made by the application.</summary>
    public required Guid Id { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The account that acted; null when the site did by itself.</summary>
    public required Guid? By { get; init; }

    /// <summary>What was done: "verification.decided", "account.suspended"; its text has a key of this name.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to: "account", "organisation", "listing", "territory", "profession".</summary>
    public required string Subject { get; init; }

    /// <summary>The id, slug or code of that.</summary>
    public required string SubjectId { get; init; }

    /// <summary>The territory in whose name it was done, where there was one.</summary>
    public string? Territory { get; init; }

    /// <summary>The reason or change, in words.</summary>
    public string? Detail { get; init; }

    /// <summary>A new line.</summary>
    public static AuditEntry Of(Guid? by, string action, string subject, string subjectId, DateTime now, string? detail = null, string? territory = null) =>
        new()
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            At = now,
            By = by,
            Action = action,
            Subject = subject,
            SubjectId = subjectId,
            Detail = detail,
            Territory = territory,
        };
}
