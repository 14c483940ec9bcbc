using Releve.Core.Languages;

namespace Releve.Core.Coordination;

/// <summary>What came of a decision.</summary>
public enum Decision
{
    /// <summary>It is taken, and whom it concerns is told.</summary>
    Taken,

    /// <summary>There is no such thing in the territories of who decides.</summary>
    NotFound,

    /// <summary>Somebody else decided, or changed it, in the meantime; nothing was changed.</summary>
    Overtaken,
}

/// <summary>Who decides, where that person may, and when; <paramref name="Link"/> is the path of a recipient's own space.</summary>
public sealed record Decider(Guid AccountId, CoordinatedPlaces Places, Func<Language, string> Link, DateTime Now);
