using System.Globalization;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Documents;

namespace Releve.Web.Modules.Applications;

/// <summary>The form with which one applies, as typed: everything is text until it is read.</summary>
public sealed class ApplyForm
{
    public string? Message { get; set; }
    public string? AvailableFrom { get; set; }
    public string? Availability { get; set; }

    /// <summary>To the questions, in their order.</summary>
    public string?[] Answers { get; set; } = [];

    /// <summary>Ids of the documents that are ticked.</summary>
    public string[] Show { get; set; } = [];

    /// <summary>The version of the draft that the form was filled from.</summary>
    public int Version { get; set; } = WriteApplication.NoVersion;

    /// <summary>The person, where the account does not say it yet.</summary>
    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }
    public string? Email { get; set; }
    public string? Profession { get; set; }

    /// <summary>Still studies for that profession.</summary>
    public bool Student { get; set; }

    /// <summary>As a draft says it.</summary>
    public static ApplyForm Of(JobApplication draft, IReadOnlyList<string> questions) =>
        new()
        {
            Message = draft.Message,
            AvailableFrom = Day(draft.AvailableFrom),
            Availability = draft.Availability,
            // A question that was reworded meanwhile has no answer yet.
            Answers = [.. questions.Select(question => draft.Answers.FirstOrDefault(one => one.Question == question)?.Answer)],
            Show = [.. draft.Documents.Select(one => one.ToString("N"))],
            Version = draft.Version,
        };

    /// <summary>What the profile knows already, the latest CV ticked.</summary>
    public static ApplyForm Of(CarerFile? file, DateOnly today) =>
        file is null
            ? new ApplyForm()
            : new ApplyForm
            {
                GivenName = file.Account.GivenName,
                FamilyName = file.Account.FamilyName,
                AvailableFrom = file.Profile.AvailableFrom is { } day && day >= today ? Day(day) : null,
                Availability = file.Profile.Availability,
                Show = [.. Shown(file).Where(one => one.Kind == DocumentKind.Cv).TakeLast(1).Select(one => one.Id.ToString("N"))],
            };

    /// <summary>The documents that one may show.</summary>
    public static IEnumerable<Document> Shown(CarerFile? file) =>
        file?.Documents.Where(one => one.Kind is (DocumentKind.Cv or DocumentKind.Diploma or DocumentKind.Proof) && one.State != DocumentState.Quarantined)
        ?? [];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
